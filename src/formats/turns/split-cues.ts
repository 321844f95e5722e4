export type CueTimes = {
  readonly startsAtMs: number | undefined;
  readonly endsAtMs: number | undefined;
  /** Words on the same line. */
  readonly rest: string;
};

/** A line that is not blank, trimmed. `afterBlank` holds on the first line of a file too. */
export type CueLine = { readonly text: string; readonly line: number; readonly afterBlank: boolean };

/** A cue as written. */
export type RawCue = {
  readonly id: string;
  readonly startsAtMs: number | undefined;
  readonly endsAtMs: number | undefined;
  /** Of its times. */
  readonly line: number;
  readonly lines: readonly CueLine[];
};

/** How one caption format is laid out. */
export type CueLayout = {
  /** Reads a line that begins a cue; `undefined` for any other line. */
  readonly readTimes: (line: string) => CueTimes | undefined;
  /** The line before the times may be a name rather than a number. */
  readonly namedIds: boolean;
};

export type SplitSource = {
  readonly cues: readonly RawCue[];
  /** Everything before the first cue. */
  readonly preface: readonly CueLine[];
  /** Where the source breaks off in the head of a cue. */
  readonly cutOff?: number;
};

type Head = {
  /** Index of the id, or of the times where there is none. */
  readonly from: number;
  /** Index of the times. */
  readonly at: number;
  readonly id: string;
  /** As written, or counted on from the last number. */
  readonly number: number;
  readonly times: CueTimes;
};

const brokenTimeLine = /^\d{1,4}:[\d:.,]{0,18}(?: -{0,2}>? ?[\d:.,]{0,18})?$/;
const digits = /^\d{1,9}$/;
/** Teams: `GUID/12-0`. */
const numberedPart = /^\S+\/\d+-\d+$/;

/**
 * Splits captions at their time lines, so that missing blank lines, numbers and headers do no harm. The line
 * before a time line is its id if it stands alone, counts on from the last id, or is a numbered part.
 */
export function splitCues(text: string, layout: CueLayout): SplitSource {
  const lines = text.split('\n');
  const heads = findHeads(lines, layout);
  const end = findEnd(lines, heads.at(-1));
  const cues = heads.map(({ at, id, times }, index): RawCue => {
    const words = listLines(lines, at + 1, heads[index + 1]?.from ?? end);
    if (times.rest !== '') words.unshift({ text: times.rest, line: at + 1, afterBlank: false });
    return { id, startsAtMs: times.startsAtMs, endsAtMs: times.endsAtMs, line: at + 1, lines: words };
  });
  return {
    cues,
    preface: listLines(lines, 0, heads[0]?.from ?? lines.length),
    ...(end < lines.length ? { cutOff: end + 1 } : {}),
  };
}

function findHeads(lines: readonly string[], layout: CueLayout): readonly Head[] {
  const heads: Head[] = [];
  for (const [at, line] of lines.entries()) {
    const times = layout.readTimes(line);
    if (times === undefined) continue;
    const last = heads.at(-1);
    const id = findId(lines, at, { last, namedIds: layout.namedIds });
    const number = digits.test(id) ? Number(id) : (last?.number ?? 0) + 1;
    heads.push({ from: id === '' ? at : at - 1, at, id, number, times });
  }
  return heads;
}

function findId(
  lines: readonly string[],
  at: number,
  { last, namedIds }: { readonly last: Head | undefined; readonly namedIds: boolean },
): string {
  const before = at - 1 > (last?.at ?? -1) ? (lines[at - 1] ?? '').trim() : '';
  if (before === '' || numberedPart.test(before)) return before;
  const alone = (lines[at - 2] ?? '').trim() === '';
  const isId = digits.test(before) ? alone || follows(before, last) : alone && namedIds;
  return isId ? before : '';
}

function follows(id: string, last: Head | undefined): boolean {
  return last !== undefined && digits.test(id) && Number(id) === last.number + 1;
}

/** The index after the last line of speech: a number or half a time line at the very end begins a cue that is lost. */
function findEnd(lines: readonly string[], last: Head | undefined): number {
  if (last === undefined) return lines.length;
  const final = lines.findLastIndex((line) => line.trim() !== '');
  const beforeFinal = (lines[final - 1] ?? '').trim();
  const finalLine = (lines[final] ?? '').trim();
  if (final === last.at && last.times.endsAtMs === undefined) return last.from;
  if (final > last.at && beforeFinal === '' && follows(finalLine, last)) return final;
  if (final <= last.at || !brokenTimeLine.test(finalLine)) return lines.length;
  if (final - 1 > last.at && follows(beforeFinal, last)) return final - 1;
  return beforeFinal === '' ? final : lines.length;
}

function listLines(lines: readonly string[], from: number, to: number): CueLine[] {
  const listed: CueLine[] = [];
  let afterBlank = from === 0;
  for (let at = from; at < to; at += 1) {
    const text = (lines[at] ?? '').trim();
    if (text !== '') listed.push({ text, line: at + 1, afterBlank });
    afterBlank = text === '';
  }
  return listed;
}
