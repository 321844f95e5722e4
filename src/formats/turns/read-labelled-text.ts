import type { Notice } from '../../model/notice.js';
import { type AcceptedLabels, acceptLabels } from './accept-labels.js';
import { buildParagraphs, buildTurns, type OpenedLine } from './build-turns.js';
import type { DraftTurn, TextLine } from './draft-turn.js';
import { explainDoubt, explainDropped, explainHeader, explainUnlabelled } from './explain-left-out.js';
import type { Candidate } from './read-candidates.js';
import { readClock } from './read-clock.js';
import { isInterviewerLabel } from './role-labels.js';
import type { Opening } from './speaker-label.js';

export type LabelledText = {
  readonly drafts: readonly DraftTurn[];
  readonly notices: readonly Notice[];
};

/** Said by programs, not by people. */
const programWords =
  /^(?:transcribed by\b|transcription ended after\b|this editable transcript was computer generated|end of (?:transcript|recording|interview)\b|summary keywords$|\[?end of (?:audio|recording)\]?|[^:\n]{1,60}['’]s presentation:)/i;
const ruler = /^(?:\\?[-=_~*]\s*){3,}$/;
const metadata =
  /^(?:date|title|project|location|place|duration|recording|language|version|study|transcri(?:bed by|ber|pt id)|interview (?:date|id|no\.?|number))\s*:/i;

/** Characters: longer lines are not looked at for rulers and what programs add. */
const longestProgramLine = 200;

/** A block of metadata is short; a longer one is speech in which somebody says "Date:". */
const mostMetadataLines = 15;

/** Reads lines of text into turns by their speaker labels; a text without labels gives one turn a paragraph. */
export function readLabelledText(
  lines: readonly TextLine[],
  { file, labels }: { readonly file: string; readonly labels?: readonly string[] | undefined },
): LabelledText {
  const body = dropMetadata(lines);
  const accepted = acceptLabels(body.kept, labels);
  const unlabelled = findUnlabelled(body.kept, accepted);
  const sorted = dropUnspoken(body.kept, {
    ...accepted,
    openings: new Map([...accepted.openings, ...unlabelled]),
  });
  const labelled = accepted.openings.size > 0;
  const built = labelled ? buildTurns(sorted.kept) : { drafts: buildParagraphs(sorted.kept), header: [] };
  const header = [...body.dropped, ...built.header];
  return {
    drafts: built.drafts,
    notices: [
      ...explainHeader(header, file),
      ...explainDropped(sorted.dropped, file),
      ...explainUnlabelled([...unlabelled.values()], file),
      ...accepted.doubtful.map((found) => explainDoubt(found, file)),
    ],
  };
}

type Sorted<Line> = { readonly kept: readonly Line[]; readonly dropped: readonly TextLine[] };

/** Takes off a first block such as `Date: …`, `Interviewer: …`, in which labels name people and not speech. */
function dropMetadata(lines: readonly TextLine[]): Sorted<TextLine> {
  const start = lines.findIndex(({ text }) => text.trim() !== '');
  const end = lines.findIndex(({ text }, index) => index > start && text.trim() === '');
  const block = lines.slice(start, end);
  const isMetadata =
    start !== -1 &&
    end !== -1 &&
    block.length <= mostMetadataLines &&
    block.some(({ text }) => metadata.test(text));
  return isMetadata ? { kept: lines.slice(end), dropped: block } : { kept: lines, dropped: [] };
}

/**
 * Where only interviewers have labels, whoever answers has none: paragraphs that begin without a label are turns of
 * nobody named. By index of the line.
 */
function findUnlabelled(
  lines: readonly TextLine[],
  { openings }: AcceptedLabels,
): ReadonlyMap<number, Candidate> {
  const areInterviewers = [...openings.values()].every(({ opening }) => isInterviewerLabel(opening.label));
  if (openings.size === 0 || !areInterviewers) return new Map();
  const found = lines.flatMap((line, index): [number, Candidate][] => {
    const text = line.text.trim();
    const startsBlock = (lines[index - 1]?.text ?? '').trim() === '';
    if (!startsBlock || text === '' || openings.has(index) || line.code || isUnspoken(line, text)) return [];
    if (text.length < longestProgramLine && readClock(text) !== undefined) return [];
    const opening: Opening = { style: 'colon', label: '', words: text };
    const { emphasised = false, heading = false } = line;
    return [[index, { opening, index, line: line.line, startsBlock, emphasised, heading }]];
  });
  return new Map(found);
}

/** Leaves out rulers, headings and what programs add; keeps blank lines, which part paragraphs. */
function dropUnspoken(
  lines: readonly TextLine[],
  { openings }: Pick<AcceptedLabels, 'openings'>,
): Sorted<OpenedLine> {
  const kept: OpenedLine[] = [];
  const dropped: TextLine[] = [];
  for (const [index, line] of lines.entries()) {
    const opening = openings.get(index)?.opening;
    if (opening !== undefined) {
      kept.push({ ...line, opening });
      continue;
    }
    const text = line.text.trim();
    if (!line.code && text !== '' && isUnspoken(line, text)) {
      dropped.push(line);
      kept.push({ text: '', line: line.line });
    } else kept.push(line);
  }
  return { kept, dropped };
}

function isUnspoken({ heading }: TextLine, text: string): boolean {
  if (heading) return readClock(text) === undefined;
  return text.length < longestProgramLine && (ruler.test(text) || programWords.test(text));
}
