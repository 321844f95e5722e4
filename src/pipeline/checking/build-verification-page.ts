import type { ConsentScope } from '../../model/participant.js';
import type { Study } from '../../model/study.js';
import type { Transcript } from '../../model/transcript.js';
import type {
  VerificationPage,
  VerifiedDraftPage,
  VerifiedSource,
} from '../../reporting/contract/verification-page.js';
import { formatTime } from '../../reporting/printing/find-place.js';
import type {
  CheckedDraft,
  CheckedQuotation,
  FoundPassage,
  QuotationProblem,
  QuotationVerdict,
} from './checked-quotation.js';
import { isAccepted } from './judge-passage.js';
import { showDifferences } from './show-differences.js';

/** A draft with what its check found. */
export type VerifiedDraft = {
  readonly file: string;
  readonly countedIn: 'line' | 'paragraph';
  readonly checked: CheckedDraft;
};

export type VerificationRequest = {
  readonly study: Pick<Study, 'settings' | 'transcripts'>;
  /** The use that consent was judged for. */
  readonly scope: ConsentScope;
  readonly drafts: readonly VerifiedDraft[];
};

const verdicts: Readonly<Record<QuotationVerdict, string>> = {
  verbatim: 'verbatim',
  'edited-within-rules': 'edited within the rules',
  altered: 'altered',
  stitched: 'stitched',
  interviewer: 'the interviewer’s words',
  'not-found': 'not found',
};
const meanings: Readonly<Partial<Record<QuotationVerdict, string>>> = {
  altered: 'Words of a transcript, changed without a mark.',
  stitched: 'Words from different places or people, joined into one quotation.',
  interviewer: 'An interviewer said this, and no participant.',
  'not-found': 'No transcript has these words.',
};
const problemSentences: Readonly<Record<QuotationProblem, (scope: ConsentScope) => string>> = {
  'no-consent': (scope) => `Nothing says that the speaker agreed to this use (${scope}).`,
  withdrawn: () => 'The speaker has withdrawn.',
  identifier: () => 'It holds something that may identify a person.',
  'wrong-attribution': () => 'The draft names somebody else as the speaker.',
};
/** Words that nobody may use are not printed again. */
const forbids: readonly QuotationProblem[] = ['no-consent', 'withdrawn'];

/** A check of drafts as the plain data that its templates print. */
export function buildVerificationPage({ study, scope, drafts }: VerificationRequest): VerificationPage {
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  const pages = drafts.map((draft, index) => buildDraft(draft, { number: index + 1, scope, transcripts }));
  return {
    study: { name: study.settings.name },
    consent: scope,
    quotations: pages.reduce((sum, { quotations }) => sum + quotations, 0),
    accepted: pages.reduce((sum, { accepted }) => sum + accepted.length, 0),
    drafts: pages,
  };
}

type Context = {
  readonly number: number;
  readonly scope: ConsentScope;
  readonly transcripts: ReadonlyMap<string, Transcript>;
};

function buildDraft({ file, countedIn, checked }: VerifiedDraft, context: Context): VerifiedDraftPage {
  const entries = checked.quotations.map((quotation, index) => ({
    quotation,
    fields: {
      anchor: `q${context.number}-${index + 1}`,
      where: `${countedIn} ${quotation.place.line ?? 1}`,
      verdict: verdicts[quotation.verdict] + (quotation.isMarked ? '' : ', without quote marks'),
      ...describeSource(quotation.passage, context),
    },
  }));
  const stands = ({ verdict, problems }: CheckedQuotation) => isAccepted(verdict) && problems.length === 0;
  return {
    file,
    quotations: entries.length,
    accepted: entries.filter(({ quotation }) => stands(quotation)).map(({ fields }) => fields),
    findings: entries
      .filter(({ quotation }) => !stands(quotation))
      .map(({ quotation, fields }) => ({ ...fields, ...describeFinding(quotation, context) })),
    remarks: checked.notices.map(({ message, place }) =>
      place.line === undefined ? message : `${countedIn} ${place.line}: ${message}`,
    ),
  };
}

function describeFinding(quotation: CheckedQuotation, context: Context) {
  const { text, verdict, problems, passage, differences, others } = quotation;
  const isFound = verdict !== 'not-found';
  const meaning = meanings[verdict];
  const mayShow = isFound && passage !== null && !problems.some((problem) => forbids.includes(problem));
  return {
    text,
    isFound,
    ...(meaning === undefined ? {} : { meaning }),
    problems: problems.map((problem) => problemSentences[problem](context.scope)),
    pieces: mayShow && differences.length > 0 ? showDifferences(passage, differences) : [],
    others: others.flatMap((other) => describeSource(other, context).source ?? []),
  };
}

function describeSource(
  passage: FoundPassage | null,
  { transcripts }: Context,
): { readonly source?: VerifiedSource } {
  if (passage === null) return {};
  const { transcript: id, participant, span } = passage;
  const utterances = transcripts.get(id)?.utterances ?? [];
  const index = utterances.findLastIndex((utterance) => utterance.span.start <= span.start);
  const startsAtMs = utterances[index]?.startsAtMs;
  return {
    source: {
      transcript: id,
      ...(participant === null || participant === id ? {} : { participant }),
      ...(index < 0 ? {} : { utterance: index + 1 }),
      ...(startsAtMs === undefined ? {} : { time: formatTime(startsAtMs) }),
    },
  };
}
