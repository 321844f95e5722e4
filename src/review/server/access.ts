import { createHash } from 'node:crypto';

/** What lets a coder in; printed once, as part of a link. */
export type Entrance = { readonly coder: string; readonly token: string };

export type Session = { readonly key: string; readonly coder: string };

/** Who may come in and who is in. Nothing of it is on the disk: it ends with the server. */
export type Access = {
  readonly entrances: readonly Entrance[];
  /** Gives a key for a token; undefined for one that is unknown or used up. */
  readonly enter: (token: string) => Session | undefined;
  /** The coder of `Authorization: Bearer <key>`. */
  readonly findCoder: (authorization: string | undefined) => string | undefined;
};

type AccessOptions = {
  readonly coders: readonly string[];
  /** Whether a token is good for one session only. */
  readonly isOnce: boolean;
  /** Gives that many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
};

const SECRET_BYTES = 32;
/** A device that lost its key asks for another; the oldest is then forgotten. */
const MOST_SESSIONS = 1000;

/** Draws a token a coder. Secrets are looked up by their hash, so that time tells nothing of them. */
export function openAccess({ coders, isOnce, random }: AccessOptions): Access {
  const drawSecret = () => Buffer.from(random(SECRET_BYTES)).toString('base64url');
  const entrances = coders.map((coder) => ({ coder, token: drawSecret() }));
  const tokens = new Map(entrances.map(({ coder, token }) => [hashSecret(token), coder]));
  const sessions = new Map<string, string>();
  return {
    entrances,
    enter: (token) => {
      const hash = hashSecret(token);
      const coder = tokens.get(hash);
      if (coder === undefined) return undefined;
      if (isOnce) tokens.delete(hash);
      const key = drawSecret();
      sessions.set(hashSecret(key), coder);
      for (const oldest of [...sessions.keys()].slice(0, sessions.size - MOST_SESSIONS))
        sessions.delete(oldest);
      return { key, coder };
    },
    findCoder: (authorization) => {
      const [, key] = /^Bearer ([\w-]{43})$/.exec(authorization ?? '') ?? [];
      return key === undefined ? undefined : sessions.get(hashSecret(key));
    },
  };
}

const hashSecret = (secret: string) => createHash('sha256').update(secret).digest('hex');
