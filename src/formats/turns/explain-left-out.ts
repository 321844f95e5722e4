import type { Notice } from '../../model/notice.js';
import type { TextLine } from './draft-turn.js';
import type { Candidate } from './read-candidates.js';

export function explainHeader(lines: readonly TextLine[], file: string): Notice[] {
  const spoken = lines.filter(({ text }) => text.trim() !== '');
  const [first] = spoken;
  if (first === undefined) return [];
  return [
    {
      severity: 'info',
      code: 'header-dropped',
      message: `${listLines(spoken)} above the first speaker label left out as title and notes; if somebody speaks there, begin the line with a label such as "P07:"`,
      place: { file, line: first.line },
    },
  ];
}

export function explainDropped(lines: readonly TextLine[], file: string): Notice[] {
  const [first] = lines;
  if (first === undefined) return [];
  return [
    {
      severity: 'info',
      code: 'lines-dropped',
      message: `${listLines(lines)} left out: headings, rulers and what programs add; words that were spoken belong below a speaker label, without "#"`,
      place: { file, line: first.line },
    },
  ];
}

export function explainUnlabelled(found: readonly Candidate[], file: string): Notice[] {
  const [first] = found;
  if (first === undefined) return [];
  const which =
    found.length === 1 ? '1 paragraph has none and was' : `${found.length} paragraphs have none and were`;
  return [
    {
      severity: 'caution',
      code: 'paragraphs-without-label',
      message: `only interviewers have labels here; ${which} read as the answers: write a label before each, such as "P07:", also where an interviewer goes on in a new paragraph`,
      place: { file, line: first.line },
    },
  ];
}

export function explainDoubt({ opening: { label }, line }: Candidate, file: string): Notice {
  return {
    severity: 'caution',
    code: 'label-once',
    message: `"${label}:" occurs once and was read as words of the speaker above; if it names a speaker, write a participant id instead, such as "P02:", or name it in study.yaml: speakers: { "${label}": P02 }`,
    place: { file, line },
  };
}

const mostListed = 8;

/** `line 3`, or `lines 1–4, 9`, cut after eight stretches. */
function listLines(lines: readonly TextLine[]): string {
  const stretches: { from: number; to: number }[] = [];
  for (const { line } of lines) {
    const last = stretches.at(-1);
    if (last !== undefined && line <= last.to + 1) last.to = line;
    else stretches.push({ from: line, to: line });
  }
  const shown = stretches
    .slice(0, mostListed)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  const more = stretches.length > mostListed ? ` and ${stretches.length - mostListed} more stretches` : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown.join(', ')}${more}`;
}
