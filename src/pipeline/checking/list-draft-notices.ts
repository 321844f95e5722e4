import type { Notice } from '../../model/notice.js';
import type { Language } from '../../model/settings.js';
import { describeNegations } from '../wordings/describe-negations.js';
import type { CheckedQuotation } from './checked-quotation.js';
import type { FoundQuotations } from './find-quotations.js';

type Findings = {
  readonly file: string;
  readonly found: FoundQuotations;
  readonly quotations: readonly CheckedQuotation[];
  readonly hasTranscripts: boolean;
  readonly language: Language;
};

/** What a check says beside its verdicts, by line. */
export function listDraftNotices(findings: Findings): readonly Notice[] {
  const { file, found, quotations, hasTranscripts } = findings;
  const unpaired = found.unpairedLines.map((line): Notice => {
    const message =
      'a quote mark has no partner, so that its quotation was not checked: close it in the same paragraph';
    return { severity: 'error', code: 'unpaired-quote-mark', message, place: { file, line } };
  });
  const scare = found.scareQuotes.map(({ text, line }): Notice => {
    const message = `"${text}" is too short to be judged as a quotation`;
    return { severity: 'info', code: 'scare-quote', message, place: { file, line } };
  });
  const lifted = quotations.flatMap(({ isMarked, place, passage }): Notice[] => {
    if (isMarked || passage === null) return [];
    const message = `a sentence without quote marks stands in ${passage.transcript}: mark it as a quotation, or put it in your own words`;
    return [{ severity: 'caution', code: 'lifted-sentence', message, place }];
  });
  return [
    ...(hasTranscripts ? [] : [tellNoTranscripts(file)]),
    ...(found.quotations.length > 0 ? [] : [tellNoQuotations(file, found)]),
    ...[...unpaired, ...scare, ...lifted, ...listTurned(findings)].toSorted(
      (a, b) => (a.place.line ?? 0) - (b.place.line ?? 0),
    ),
  ];
}

/** Edits within the rules that may turn the meaning round all the same. */
function listTurned({ quotations, language }: Findings): readonly Notice[] {
  return quotations.flatMap(({ verdict, text, passage, place }): Notice[] => {
    if (verdict !== 'edited-within-rules' || passage === null) return [];
    const turned = describeNegations(text, passage.exact, language);
    if (turned === undefined) return [];
    const message = `the edited quotation ${turned}: look whether it still says what was meant`;
    return [{ severity: 'caution', code: 'edit-turns-meaning', message, place }];
  });
}

function tellNoTranscripts(file: string): Notice {
  const message =
    'the study has no transcripts, so that nothing can be found in them: put them into transcripts/';
  return { severity: 'error', code: 'no-transcripts', message, place: { file } };
}

function tellNoQuotations(file: string, { scareQuotes }: FoundQuotations): Notice {
  const besides = scareQuotes.length === 0 ? '' : ' but phrases of one to three words';
  const message = `the draft holds no quotations${besides}: they are known by quote marks, block quotes and <q>`;
  return { severity: 'info', code: 'no-quotations', message, place: { file } };
}
