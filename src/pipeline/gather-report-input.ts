import type { Confusions, StudyAgreement } from '../model/agreement.js';
import type { Anchoring } from '../model/anchoring.js';
import type { ConsentScope, Participant } from '../model/participant.js';
import type { Patterns } from '../model/pattern.js';
import type { ReportInput } from '../reporting/report.js';
import { taggers } from '../taggers/index.js';
import type { Analysis } from './analyse-study.js';
import { attributeParticipants } from './attribute-participants.js';
import { checkConsent } from './check-consent.js';
import { type CompareRequest, compareCoders } from './compare-coders.js';
import { findConfusions } from './find-confusions.js';
import { findPatterns } from './find-patterns.js';
import type { DecidedIdentifiers } from './guard-publication.js';
import { watchIdentifiers } from './guarding/watch-identifiers.js';
import { type HiddenWords, hideUnconsented } from './hide-unconsented.js';
import { pickForThemes } from './picking/pick-for-themes.js';
import { selectPublishable } from './select-publishable.js';
import { withholdIdentifying } from './withhold-identifying.js';

export type GatherRequest = {
  readonly analysis: Analysis;
  readonly anchorings: readonly Anchoring[];
  /** The use that the reports are made for. */
  readonly consent: ConsentScope;
  /** ISO day on which consent is judged. */
  readonly today: string;
  /** What was decided on identifiers: picks avoid what would be refused. */
  readonly decided?: DecidedIdentifiers;
  /** Of the tool, to be printed. */
  readonly version?: string;
  /** Called while patterns are counted and coders compared, which is when a report first asks for them. */
  readonly onProgress?: (stage: string, done: number, total: number) => void;
};

/**
 * Everything a report is built from: which quotes may be printed for this use, which may be counted (their speakers
 * agreed to research, or to this use), and which represent each theme. Memos, notes and the taxonomy lose words of
 * whoever did not agree to it. Charts are drawn apart, by `drawFigures`.
 */
export function gatherReportInput(request: GatherRequest): ReportInput {
  const { analysis, anchorings, consent, today, version, onProgress } = request;
  const { study, clustering, taggings } = analysis;
  const consented = selectPublishable({ study, scope: consent, today });
  const quotes = [...consented.publishable.values()];
  const watch = watchIdentifiers({ study, quotes, decided: request.decided });
  const selection = withholdIdentifying(consented, watch);
  const attributed = attributeParticipants(study);
  const hidden = hideWords(request);
  const research = selectPublishable({ study, scope: 'research', today });
  const counted = listCounted(request);
  const countable = new Map([...research.publishable, ...selection.publishable]);
  let patterns: Patterns | undefined;
  const coders = prepareComparison({
    study,
    today,
    ...(onProgress && { onProgress: (done, total) => onProgress('intervals', done, total) }),
  });
  return {
    study: { ...study, taxonomy: hidden.taxonomy, memos: hidden.memos, decisions: hidden.decisions },
    taggings,
    clustering,
    consent,
    lost: anchorings.filter((anchoring) => anchoring.state === 'lost'),
    publishable: selection.publishable,
    countable,
    countedParticipants: counted,
    leftOut: selection.leftOut,
    attributions: attributed.lines,
    coarsened: attributed.coarsened,
    hiddenTexts: hidden.examples + hidden.passages,
    mayIdentify: (text) => watch.listRefused(text).length > 0,
    hidesIdentity: watch.hidesIdentity,
    picks: pickForThemes({ analysis, selection, watch }),
    taggers: taggers.map(({ id, label, explanation }) => ({ id, label, explanation })),
    ...(version === undefined ? {} : { version }),
    findPatterns: () => {
      patterns ??= findPatterns({ study, taggings, countable, countedParticipants: counted }, onProgress);
      return patterns;
    },
    ...coders,
    figures: new Map(),
    forUse: (use) => ({ ...gatherReportInput({ ...request, consent: use }), ...coders }),
  };
}

/** What the researcher wrote, without words of whoever did not agree to this use. */
function hideWords({ analysis: { study }, consent, today }: GatherRequest): HiddenWords {
  const participants = new Map(study.participants.map((participant) => [participant.id, participant]));
  return hideUnconsented(study, ({ speaker }) => {
    if (speaker.kind !== 'participant') return true;
    return checkConsent(participants.get(speaker.participantId), consent, today).allowed;
  });
}

/** What coders agree on is the same for every use, and worked out once. */
function prepareComparison(request: CompareRequest): Pick<ReportInput, 'compareCoders' | 'findConfusions'> {
  let agreement: StudyAgreement | undefined;
  let confusions: Confusions | undefined;
  return {
    compareCoders: () => {
      agreement ??= compareCoders(request);
      return agreement;
    },
    findConfusions: () => {
      confusions ??= findConfusions(request);
      return confusions;
    },
  };
}

/** The participants who agreed to research, or to this use. */
function listCounted({ analysis, consent, today }: GatherRequest): readonly string[] {
  const isCounted = (participant: Participant) =>
    [consent, 'research' as const].some((scope) => checkConsent(participant, scope, today).allowed);
  return analysis.study.participants.filter(isCounted).map(({ id }) => id);
}
