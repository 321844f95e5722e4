import type { Library } from './open-study.js';

type DistinctIdentifier = Awaited<ReturnType<Library['summariseCheck']>>['strings'][number];

/** Strings of a kind that are shown; `--json` has all. */
const MOST_SHOWN = 40;
/** Characters of a line, as the rest of the output has them. */
const WIDTH = 100;

/** How many strings may tell who somebody is, and below it a line or more for each kind, most frequent first. */
export function describeIdentifiers(strings: readonly DistinctIdentifier[]): readonly string[] {
  const open = strings.filter(({ decision }) => decision === undefined);
  const decided = strings.length - open.length;
  if (strings.length === 0) return ['identifiers in the transcripts: none found'];
  return [
    `identifiers in the transcripts: ${open.length} strings to decide${decided === 0 ? '' : `, ${decided} decided`}`,
    ...[...new Set(open.map(({ kind }) => kind))].flatMap((kind) =>
      describeKind(
        kind,
        open.filter((identifier) => identifier.kind === kind),
      ),
    ),
  ];
}

function describeKind(kind: string, strings: readonly DistinctIdentifier[]): readonly string[] {
  const shown = strings.slice(0, MOST_SHOWN).map(describeString);
  const left = strings.length - shown.length;
  return [
    `    ${kind}: ${strings.length}`,
    ...fillLines([...shown, ...(left === 0 ? [] : [`and ${left} more`])]),
  ];
}

/** The words, how often where more than once, and where first: `Priya Okafor (4, first P02:118)`. */
function describeString({ text, count, first }: DistinctIdentifier): string {
  const times = count === 1 ? '' : `${count} times, first `;
  return `${text.replace(/\s+/g, ' ')} (${times}${first.transcriptId}:${first.start})`;
}

function fillLines(items: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && line.length + item.length + 2 > WIDTH) {
      lines.push(`        ${line},`);
      line = item;
    } else line = line === '' ? item : `${line}, ${item}`;
  }
  return line === '' ? lines : [...lines, `        ${line}`];
}
