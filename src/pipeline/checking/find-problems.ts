import type { ConsentScope } from '../../model/participant.js';
import type { Speaker } from '../../model/speaker.js';
import type { Study } from '../../model/study.js';
import { checkConsent } from '../check-consent.js';
import { findIdentifiers } from '../find-identifiers.js';
import type { QuotationProblem } from './checked-quotation.js';
import type { DraftQuotation } from './draft-quotation.js';
import type { FindProblems } from './judge-passage.js';

export type Use = {
  readonly study: Pick<Study, 'participants'>;
  readonly scope: ConsentScope;
  /** ISO day on which consent is judged. */
  readonly today: string;
};

/** What is wrong with using a quotation so: for words that were not found, only what stands in them. */
export function prepareProblems(use: Use): (quotation: DraftQuotation) => FindProblems {
  const judgeSpeaker = prepareConsent(use);
  return ({ parts, claim }) => {
    const identifiers = findIdentifiers(parts.join(' ')).length > 0 ? (['identifier'] as const) : [];
    return (verdict, speakers) => {
      if (verdict === 'not-found') return identifiers;
      const refused = verdict === 'interviewer' ? [] : speakers.flatMap(judgeSpeaker);
      const isClaimed = claim === undefined || speakers.every((speaker) => mayBeMeant(speaker, claim));
      return [
        ...new Set<QuotationProblem>([
          ...refused,
          ...identifiers,
          ...(isClaimed ? [] : (['wrong-attribution'] as const)),
        ]),
      ];
    };
  };
}

function mayBeMeant(speaker: Speaker, claim: ReadonlySet<string>): boolean {
  return speaker.kind === 'participant' && claim.has(speaker.participantId);
}

/** Nobody knows what an unknown speaker agreed to. */
function prepareConsent({ study, scope, today }: Use): (speaker: Speaker) => readonly QuotationProblem[] {
  const participants = new Map(study.participants.map((participant) => [participant.id, participant]));
  return (speaker) => {
    if (speaker.kind === 'interviewer') return [];
    const participant = speaker.kind === 'participant' ? participants.get(speaker.participantId) : undefined;
    if (checkConsent(participant, scope, today).allowed) return [];
    return [participant?.consent.withdrawn === undefined ? 'no-consent' : 'withdrawn'];
  };
}
