import type { Library } from './open-study.js';

type LeftOutRequest = {
  readonly library: Pick<Library, 'checkConsent'>;
  readonly input: ReturnType<Library['gatherReportInput']>;
  /** ISO day. */
  readonly today: string;
};

/** Who is left out of reports for a use: each participant by id with the reason and the number of quotes, and no words. */
export function describeLeftOut({ library, input, today }: LeftOutRequest): readonly string[] {
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
