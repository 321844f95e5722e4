import type { DraftBlock } from '../formats/drafts/draft-block.js';
import type { Notice } from '../model/notice.js';
import type { ConsentScope } from '../model/participant.js';
import type { Study } from '../model/study.js';
import type { Transcript } from '../model/transcript.js';
import { numberText, startNumbering, type WordNumbers } from '../text/number-words.js';
import { proposeStretches, type Stretch } from '../text/propose-stretches.js';
import type { CheckedDraft, CheckedQuotation } from './checking/checked-quotation.js';
import { cutLongQuotations } from './checking/cut-long-quotations.js';
import type { DraftQuotation } from './checking/draft-quotation.js';
import { prepareNames } from './checking/find-names.js';
import { prepareProblems } from './checking/find-problems.js';
import { findQuotations } from './checking/find-quotations.js';
import { isAccepted, judgePassage } from './checking/judge-passage.js';
import type { NumberedTranscript } from './checking/lay-passage.js';
import { listDraftNotices } from './checking/list-draft-notices.js';
import { prepareQuoteNames, presentJudgement } from './checking/present-judgement.js';
import { rationPlaces, takePlaces } from './checking/ration-places.js';
import { readPassage } from './checking/read-passage.js';
import { listRemovableFillers } from './checking/removable-fillers.js';

/** Transcripts made ready to have drafts checked against them. */
export type CheckableTranscripts = {
  readonly sources: readonly NumberedTranscript[];
  readonly numberOf: WordNumbers;
};

export type DraftRequest = {
  readonly study: Study;
  /** As from `prepareTranscripts`, of the same study; made where they are left out. */
  readonly transcripts?: CheckableTranscripts;
  /** File name, for places, the paragraphs of the draft, and what was found in reading it. */
  readonly draft: {
    readonly file: string;
    readonly blocks: readonly DraftBlock[];
    readonly notices?: readonly Notice[];
  };
  /** The use that the draft makes of the words. */
  readonly scope: ConsentScope;
  /** ISO day on which consent is judged. */
  readonly today: string;
  /** Whether sentences without quote marks that stand in a transcript are checked as well. */
  readonly all?: boolean;
};

/** A sentence with so many of its words in a transcript, in order, was hardly written without it. */
const LEAST_LIFTED = 0.85;

/** Numbers the words of all transcripts: the part of a check that is the same for every draft. */
export function prepareTranscripts(transcripts: readonly Transcript[]): CheckableTranscripts {
  const numberOf = startNumbering();
  const sources = transcripts.map((transcript) => ({ transcript, ...numberText(transcript.text, numberOf) }));
  return { sources, numberOf };
}

/**
 * A verdict for every quotation in a draft, by line: whether its words are those of one person at one place of a
 * transcript, and whether they may be used so. Phrases of one to three words are told in the notices and not judged.
 * Takes time linear in transcripts and draft. Throws `ToolkitError` where the study's attribution line is wrong.
 */
export function checkDraft(request: DraftRequest): CheckedDraft {
  const { study, draft, all = false } = request;
  const transcripts = request.transcripts ?? prepareTranscripts(study.transcripts);
  const found = findQuotations(draft.blocks, prepareNames(study));
  const wanted = cutLongQuotations([...found.quotations, ...(all ? found.sentences : [])]).toSorted(
    (a, b) => a.line - b.line,
  );
  const quotations = judgeAll(wanted, transcripts, request).filter(
    ({ isMarked, score }) => isMarked || score >= LEAST_LIFTED,
  );
  const isClean = quotations.every(({ verdict, problems }) => isAccepted(verdict) && problems.length === 0);
  const hasTranscripts = study.transcripts.length > 0;
  return {
    ok: isClean && found.unpairedLines.length === 0 && hasTranscripts,
    quotations,
    notices: [
      ...(draft.notices ?? []),
      ...listDraftNotices({
        file: draft.file,
        found,
        quotations,
        hasTranscripts,
        language: study.settings.language,
      }),
    ],
  };
}

const none: ReadonlySet<number> = new Set();

function judgeAll(
  wanted: readonly DraftQuotation[],
  { sources, numberOf }: CheckableTranscripts,
  request: DraftRequest,
): readonly CheckedQuotation[] {
  const read = wanted.map((quotation) => ({ quotation, passage: readPassage(quotation.parts, numberOf) }));
  const claimed = read.map(({ quotation }) => findClaimed(quotation.claim, sources));
  const proposed = proposeStretches(
    read.map(({ passage: { words, reach } }, index) => ({ words, reach, preferred: claimed[index] ?? none })),
    sources.map(({ words }) => words),
  );
  const most = rationPlaces(read.map(({ passage }) => passage));
  const problemsOf = prepareProblems(request);
  const context = { file: request.draft.file, nameQuote: prepareQuoteNames(request.study.quotes) };
  const { verify, language } = request.study.settings;
  const allowed = verify.fillersMayGo ? { fillers: listRemovableFillers(language) } : {};
  return read.map(({ quotation, passage }, index) => {
    const findProblems = problemsOf(quotation);
    const places = takePlaces(proposed[index] ?? [], claimed[index] ?? none, most);
    const judged = judgePassage(passage, placeStretches(places, sources), { findProblems, ...allowed });
    const problems = judged?.problems ?? findProblems('not-found', []);
    return { ...presentJudgement(quotation, judged, context), problems };
  });
}

/** Numbers of the transcripts in which those speak whom the draft names. */
function findClaimed(
  claim: ReadonlySet<string> | undefined,
  sources: readonly NumberedTranscript[],
): ReadonlySet<number> {
  if (claim === undefined) return none;
  const numbers = sources.flatMap(({ transcript }, number) =>
    transcript.participantIds.some((id) => claim.has(id)) ? number : [],
  );
  return new Set(numbers);
}

function placeStretches(stretches: readonly Stretch[], sources: readonly NumberedTranscript[]) {
  return stretches.flatMap(({ text, words }) => {
    const source = sources[text];
    return source === undefined ? [] : { source, words };
  });
}
