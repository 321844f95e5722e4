import { ToolkitError } from '../../errors.js';

/** Bytes. The longest memo that an action may hold is a fifth of it. */
export const LARGEST_BODY = 1_000_000;

/**
 * The JSON value that a request carries. Throws `ToolkitError`: `not-json` (another type, so that no form of another
 * site can send it), `body-too-large` as soon as that is known, `bad-request`.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ToolkitError('not-json', 'what was sent is not application/json', {
      hint: 'Send JSON, with its content type.',
    });
  }
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) throw refuseLarge();
  const bytes = await readBytes(request.body);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ToolkitError('bad-request', 'what was sent is not JSON', { hint: 'Send JSON in UTF-8.' });
  }
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) throw refuseLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const refuseLarge = () =>
  new ToolkitError('body-too-large', `more than ${LARGEST_BODY} bytes were sent`, { hint: 'Send less.' });
