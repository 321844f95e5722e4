/** A line that is not blank, as it came. `number` is 1-based and counts blank lines. */
export type CutLine = { readonly text: string; readonly number: number };
/** A line that cannot be used, and why. */
export type BrokenLine = { readonly number: number; readonly error: string };

/** Bytes. What is longer is passed over as it comes, and never held. */
export const LONGEST_LINE = 10_000_000;
const LINE_FEED = 0x0a;

type Cutting = {
  /** What came of a line that is not whole. */
  parts: Uint8Array[];
  bytes: number;
  /** Lines that are whole. */
  number: number;
};

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function addPart(cutting: Cutting, part: Uint8Array): void {
  cutting.bytes += part.length;
  if (cutting.bytes > LONGEST_LINE) cutting.parts = [];
  else if (part.length > 0) cutting.parts.push(part);
}

/** The line that ends here; nothing where it is blank. */
function endLine(cutting: Cutting): readonly (CutLine | BrokenLine)[] {
  const { parts, bytes } = cutting;
  cutting.number += 1;
  cutting.parts = [];
  cutting.bytes = 0;
  const { number } = cutting;
  if (bytes > LONGEST_LINE) {
    return [{ number, error: `the line is longer than ${LONGEST_LINE} bytes` }];
  }
  const decoded = decode(parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts));
  if (decoded === undefined) return [{ number, error: 'the line holds bytes that are not UTF-8' }];
  const text = decoded.replace(/^\uFEFF/, '').trim();
  return text === '' ? [] : [{ text, number }];
}

/**
 * Cuts a stream of bytes at its line feeds and gives, whenever bytes came, the lines that are whole by then; a carriage
 * return before the line feed, a byte order mark and blanks around a line are left out.
 */
export async function* cutLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly (CutLine | BrokenLine)[]> {
  const cutting: Cutting = { parts: [], bytes: 0, number: 0 };
  for await (const chunk of chunks) {
    const lines: (CutLine | BrokenLine)[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      addPart(cutting, chunk.subarray(start, end));
      lines.push(...endLine(cutting));
      start = end + 1;
    }
    // A copy: a view would keep the whole chunk, and a line may come in very many.
    addPart(cutting, new Uint8Array(chunk.subarray(start)));
    if (lines.length > 0) yield lines;
  }
  if (cutting.bytes > 0) yield endLine(cutting);
}
