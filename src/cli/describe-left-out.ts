import type { Library } from './open-study.js';

type LeftOutRequest = {
  readonly library: Pick<Library, 'checkConsent'>;
  readonly input: ReturnType<Library['gatherReportInput']>;
  /** ISO day. */
  readonly today: string;
};

/**
 * What is left out of reports for a use, without words: each participant by id with the reason and the number of quotes;
 * quotes that tell who somebody is, by id; and how many texts of the researchers' own lost words.
 */
export function describeLeftOut(request: LeftOutRequest): readonly string[] {
  return [
    ...describePeople(request),
    ...describeIdentifying(request.input),
    ...describeHidden(request.input),
  ];
}

/** As many ids are named. */
const MOST_NAMED = 5;

function describeIdentifying({ leftOut }: LeftOutRequest['input']): readonly string[] {
  const found = leftOut.filter(({ identifying }) => identifying === true);
  if (found.length === 0) return [];
  const named = found.slice(0, MOST_NAMED).map(({ quoteId, reason }) => `${quoteId} ${reason}`);
  const more = found.length > named.length ? `; and ${found.length - named.length} more` : '';
  const count = found.length === 1 ? '1 quote' : `${found.length} quotes`;
  return [
    `left out: ${count}: ${named.join('; ')}${more}. Give each a wording without it, or keep what names nobody: publish: { keep: […] } in study.yaml`,
  ];
}

function describeHidden({ hiddenTexts, consent }: LeftOutRequest['input']): readonly string[] {
  if (hiddenTexts === 0) return [];
  const count = hiddenTexts === 1 ? '1 memo or text' : `${hiddenTexts} memos and texts`;
  return [`left out: words in ${count} of the taxonomy whose speakers did not agree to ${consent}`];
}

function describePeople({ library, input, today }: LeftOutRequest): readonly string[] {
  const { study, consent, leftOut } = input;
  const reasons = study.participants.flatMap((participant) => {
    const verdict = library.checkConsent(participant, consent, today);
    return verdict.allowed ? [] : [verdict.reason];
  });
  if (reasons.length === 0) return [];
  const count = (reason: string) => leftOut.filter((each) => each.reason === reason).length;
  const told = reasons.map((reason) => `${reason} (${count(reason)} quotes)`).join('; ');
  return [`left out for ${consent}: ${reasons.length} of ${study.participants.length} participants: ${told}`];
}
