import type { CheckedDraft, CheckedQuotation, Difference, FoundPassage } from '../index.js';
import { describePlace } from './describe-error.js';
import { inOneLine } from './describe-findings.js';

/** Characters of a quotation's words that are shown; `--json` has all. */
const LONGEST_SHOWN = 400;

const cut = (text: string) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)} …` : text);

/** A line for each quotation of a draft, and below it what there is to see; then how many were accepted. */
export function describeCheckedDraft({ quotations }: CheckedDraft, file: string): readonly string[] {
  const accepted = quotations.filter(isAccepted).length;
  return [
    ...quotations.flatMap(describeQuotation),
    `${file}: ${accepted} of ${quotations.length} quotations stand as they may`,
  ];
}

function isAccepted({ verdict, problems }: CheckedQuotation): boolean {
  return (verdict === 'verbatim' || verdict === 'edited-within-rules') && problems.length === 0;
}

function describeQuotation(quotation: CheckedQuotation): readonly string[] {
  const { place, verdict, problems, text, passage, others, isMarked } = quotation;
  const found = [verdict, ...problems, ...(isMarked ? [] : ['without quote marks'])].join(', ');
  return [
    `${describePlace(place)}  ${found}`,
    `    draft       “${cut(inOneLine(text))}”`,
    ...(passage === null ? [] : [describePassage(quotation, passage)]),
    ...(isWithheld(problems) ? [] : others).map(
      (other) => `    and from    “${cut(inOneLine(other.exact))}” — ${nameSource(other)}`,
    ),
  ];
}

/** Whether the person did not agree to this use: then the place is told, and no more of the words. */
function isWithheld(problems: CheckedQuotation['problems']): boolean {
  return problems.includes('no-consent') || problems.includes('withdrawn');
}

function describePassage(
  { verdict, differences, score, problems }: CheckedQuotation,
  passage: FoundPassage,
): string {
  const source = nameSource(passage);
  if (isWithheld(problems)) return `    transcript  ${source}, words withheld`;
  if (verdict === 'not-found') {
    const share = `${Math.round(score * 100)} % of its words`;
    return `    nearest     “${cut(inOneLine(passage.exact))}” — ${source}, ${share}`;
  }
  if (verdict === 'verbatim' && problems.length === 0) return `    transcript  ${source}`;
  return `    transcript  “${cut(inOneLine(markDifferences(passage, differences)))}” — ${source}`;
}

function nameSource({ transcript, participant, span }: FoundPassage): string {
  const where = `${transcript}:${span.start}`;
  return participant === null || participant === transcript ? where : `${participant}, ${where}`;
}

/** The true words; `[-…-]` is what the draft has there, `{+…+}` what it should have, as in `git diff --word-diff`. */
function markDifferences({ exact, span }: FoundPassage, differences: readonly Difference[]): string {
  let shown = '';
  let from = 0;
  for (const { draft, transcript, at } of differences) {
    const start = Math.max(from, at.start - span.start);
    shown += exact.slice(from, start);
    if (draft !== '') shown += `${transcript === '' && shown !== '' ? ' ' : ''}[-${draft}-]`;
    if (transcript === '' && start === 0) shown += ' ';
    if (transcript !== '') shown += `{+${transcript}+}`;
    from = Math.max(start, at.end - span.start);
  }
  return shown + exact.slice(from);
}
