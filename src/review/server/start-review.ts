import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { ToolkitError } from '../../errors.js';
import {
  CONSENSUS,
  listOwnAddresses,
  type PageFile,
  type ReviewMarker,
  readPage,
  readReviewMarker,
  refuseSecond,
} from '../../index.js';
import { coderSchema } from '../../model/settings.js';
import type { Desk } from '../answers/desk.js';
import { type Assistant, type AssistantOptions, startAssistant } from '../assistant/assistant.js';
import { openAccess } from './access.js';
import { issueTickets } from './issue-tickets.js';
import { sayRepair } from './judge-damage.js';
import { isLoopback, listHosts, nameHost, writeHost } from './judge-request.js';
import { keepMarked, type Marked } from './keep-marked.js';
import { type Keeper, keepStudy } from './keep-study.js';
import { endServer, isListening, listen, makeServer, serve } from './listen.js';
import { makeApp } from './make-app.js';
import { openEvents } from './open-events.js';
import { readOwnCoder } from './read-own-coder.js';
import { folderRecorder, type Recorder } from './recorder.js';
import { sayDay } from './say-day.js';

export type ReviewOptions = {
  readonly folder: string;
  /** Who may come in; the study's own coder where none is named. */
  readonly coders: readonly string[];
  readonly now: () => Date;
  /** The address to listen at; this machine alone can reach the usual one. */
  readonly host?: string;
  /** 0, the usual one, lets the system draw a port, unless a server of this study crashed: it then has that one's. */
  readonly port?: number;
  /** Of the tool, as reports print it. */
  readonly version?: string;
  readonly random?: (bytes: number) => Uint8Array;
  readonly page?: ReadonlyMap<string, PageFile>;
  readonly recorder?: Recorder;
  readonly assistant?: (options: AssistantOptions) => Assistant;
  /** Milliseconds within which a request must have arrived whole. */
  readonly slowest?: number;
};

export type Review = {
  /** Why the study can only be looked at until it is mended; empty where all is well. */
  readonly repair: string;
  /** An address a coder, with a token in it. */
  readonly links: readonly { readonly coder: string; readonly url: string }[];
  /** Ends every connection and takes the marker away. */
  readonly close: () => Promise<void>;
};

/** Milliseconds between looks at the files. */
const LOOK = 700;

/**
 * Opens a study for review and serves it until it is closed; one that cannot be used can be looked at, and is used as soon as
 * it is mended. Throws `ToolkitError`: `review-running` where another server has it, `no-study` where there is none,
 * `bad-coder`, `port-taken`, `no-such-address`.
 */
export async function startReview(options: ReviewOptions): Promise<Review> {
  const { folder, host = '127.0.0.1', random = randomBytes, now } = options;
  const stale = await findStale(folder);
  const { keeper, events, assistant } = openDesk(options);
  const coders = checkCoders(options.coders, keeper);
  const access = openAccess({ coders, isOnce: isLoopback(host), random });
  const tickets = issueTickets({ clock: () => now().getTime(), random });
  const server = makeServer(options.slowest);
  let marked: Marked | undefined;
  const looking = setInterval(() => {
    keeper.lookOutside();
    marked?.look();
  }, LOOK);
  const end = async () => {
    clearInterval(looking);
    events.close();
    await Promise.all([endServer(server), assistant.close()]);
  };
  try {
    const port = await listenAgain(server, { host, port: options.port, stale });
    const own = listOwnAddresses();
    const hosts = listHosts({ host, port }, own);
    const page = options.page ?? readPage();
    serve(server, makeApp({ access, assistant, events, hosts, keeper, page, tickets, now }).fetch);
    const mark = keepMarked({ folder, address: { host, port }, stale, tell: keeper.tellDisk });
    marked = mark;
    const links = access.entrances.map(({ coder, token }) => ({
      coder,
      url: `http://${writeHost(nameHost(host, own))}:${port}/#token=${token}`,
    }));
    return { repair: sayRepair(keeper.readDesk()), links, close: () => end().finally(mark.end) };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Of a study that was never whole nothing is proposed: who speaks and what themes there are may be otherwise. */
function leaveUnmade(desk: Desk): Desk {
  if (desk.repair?.isDraft !== true) return desk;
  const taxonomy = { ...desk.reading.study.taxonomy, themes: [] };
  return { ...desk, reading: { ...desk.reading, study: { ...desk.reading.study, taxonomy, decisions: [] } } };
}

/** The study, the windows and the assistant, each of which hears what it must of the others. */
function openDesk(options: ReviewOptions) {
  const { folder, recorder = folderRecorder, assistant: start = startAssistant, now } = options;
  const events = openEvents();
  let assistant: Assistant | undefined;
  const keeper = keepStudy({
    folder,
    recorder,
    now,
    followers: {
      send: events.send,
      change: (desk) => assistant?.change(desk),
      reload: (desk) => assistant?.reload(leaveUnmade(desk)),
    },
  });
  assistant = start({
    readDesk: () => leaveUnmade(keeper.readDesk()),
    today: () => sayDay(now()),
    version: options.version ?? '',
    onSuggested: (version) => events.send({ kind: 'suggested', version }),
  });
  return { keeper, events, assistant };
}

/** The marker of a server that crashed. Throws `ToolkitError` `review-running` where it did not. */
async function findStale(folder: string): Promise<ReviewMarker | undefined> {
  const marker = readReviewMarker(folder);
  // A number of a process may have been given to another one since: then nobody listens.
  if (marker?.isRunning && (!marker.isHere || (await isListening(marker)))) throw refuseSecond(marker);
  return marker;
}

/** Of a study whose settings must be mended first, its own coder is not known yet: that name is empty. */
function checkCoders(named: readonly string[], { readDesk }: Keeper): readonly string[] {
  const own = readOwnCoder(readDesk());
  const coders = named.length === 0 ? [own] : [...new Set(named)];
  for (const coder of coders) {
    if (named.length === 0 && own === '') continue;
    if (coder !== CONSENSUS && coderSchema.safeParse(coder).success) continue;
    throw new ToolkitError('bad-coder', `"${coder}" cannot be a coder's name`, {
      hint: `Use letters, digits, ".", "_" and "-", e.g. ana; "${CONSENSUS}" is kept for what coders agree on later.`,
    });
  }
  return coders;
}

type Wish = {
  readonly host: string;
  readonly port: number | undefined;
  readonly stale: ReviewMarker | undefined;
};

/** Listens where a crashed server did, so that a page that waits finds its server, unless another port is wished. */
async function listenAgain(server: Server, { host, port, stale }: Wish): Promise<number> {
  if (port !== undefined) return listen(server, { host, port });
  try {
    return await listen(server, { host, port: stale?.port ?? 0 });
  } catch (error) {
    if (stale === undefined || !(error instanceof ToolkitError) || error.code === 'no-such-address')
      throw error;
    return listen(server, { host, port: 0 });
  }
}
