import { clusterStudy, fitModel, type Study, suggestQuotesForStudy } from '../../index.js';
import type { Desk, LearnedModel, Made, ProposedPassages, Suggested } from './desk.js';
import { choosePart } from './making/choose-part.js';
import { type PartSize, planStages } from './making/plan-stages.js';
import { renewKeywords, suggestByKeywords, suggestFromAll, suggestFromPart } from './making/suggest.js';
import { listBy } from './tables/list-by.js';
import { recall } from './tables/recall.js';

const PASSAGES_A_TRANSCRIPT = 12;
/** What was learned from so many is not learned anew for a change of fewer than one in so many. */
const SHARE_OF_CHANGE = 50;

export type MakeOptions = {
  /** ISO day on which consent is judged. */
  readonly today: string;
  /** What was made before: parts that hardly changed are kept. */
  readonly earlier?: Made;
};

const isNear = (before: number, now: number) => Math.abs(now - before) * SHARE_OF_CHANGE < before;

function proposePassages(study: Study, earlier: ProposedPassages | undefined): ProposedPassages {
  const quotes = study.quotes.length;
  if (earlier !== undefined && isNear(earlier.quotes, quotes)) return earlier;
  const limit = PASSAGES_A_TRANSCRIPT * study.transcripts.length;
  if (limit === 0) return { byTranscript: new Map(), quotes };
  const { passages } = suggestQuotesForStudy(study, { limit, perTranscript: PASSAGES_A_TRANSCRIPT });
  return { byTranscript: listBy(passages, ({ transcriptId }) => transcriptId), quotes };
}

function learn(study: Study, { today, earlier }: MakeOptions): LearnedModel {
  const { themes } = study.taxonomy;
  const decisions = study.decisions.length;
  const before = earlier?.model;
  if (before?.themes === themes && isNear(before.decisions, decisions)) return before;
  const { last } = planStages(study);
  const taught = last === 'whole' ? study : choosePart(study, last);
  return { fitted: fitModel(taught, today).model, decisions, themes };
}

/** A model for the time being: the next one is learned from all, so it does not count as learned from anything. */
function learnSoon(part: Study, today: string): LearnedModel {
  return { fitted: fitModel(part, today).model, decisions: 0, themes: [] };
}

function suggest(study: Study, version: number): Suggested {
  const { last } = planStages(study);
  if (last === 'whole') return suggestFromAll(study, version);
  return suggestFromPart(study, choosePart(study, last), { version, more: false });
}

/** Makes one part more of what there is. */
export type Step = (made: Made) => Made;

/** What is there soon, while the rest is learned: by keywords, then from parts of the quotes. */
function listSoonSteps(study: Study, { today }: MakeOptions): readonly Step[] {
  const choose = recall((size: PartSize) => choosePart(study, size));
  return planStages(study).parts.flatMap((size): readonly Step[] => [
    (made) => {
      const { version } = made;
      return { ...made, suggestions: suggestFromPart(study, choose(size), { version, more: true }) };
    },
    (made) => ({ ...made, model: learnSoon(choose(size), today) }),
  ]);
}

/** Whether there are other themes or quotes than there were: keywords may propose something for them. */
const isTouched = ({ taxonomy, quotes }: Study, { model, passages }: Made) =>
  model?.themes !== taxonomy.themes || passages?.quotes !== quotes.length;

/** What comes first where the rest takes long: from nothing, all stages; else what was there, with what keywords say by now. */
function listFirstSteps(study: Study, options: MakeOptions): readonly Step[] {
  const { earlier } = options;
  const before = earlier?.suggestions;
  if (earlier === undefined || before === undefined) {
    const byKeywords: Step = (made) => ({ ...made, suggestions: suggestByKeywords(study, made.version) });
    return [byKeywords, ...listSoonSteps(study, options)];
  }
  if (!isTouched(study, earlier)) return [];
  return [(made) => ({ ...made, suggestions: renewKeywords(study, before) })];
}

/**
 * The steps in which machines make all that they make of a study: suggestions, clusters, passages, and what is learned for words
 * that nobody marked. Where a study is large, suggestions come in stages, each of which says what it is made from, the last
 * one when all else is there that takes less; what was there before stays until then. Takes long: for the background.
 */
export function planSteps({ reading: { study } }: Desk, options: MakeOptions): readonly Step[] {
  const suggesting: Step = (made) => ({ ...made, suggestions: suggest(study, made.version) });
  const clustering: Step = (made) => ({ ...made, clustering: clusterStudy(study) });
  const proposing: Step = (made) => ({ ...made, passages: proposePassages(study, made.passages) });
  const learning: Step = (made) => ({ ...made, model: learn(study, options) });
  return planStages(study).isLong
    ? [...listFirstSteps(study, options), clustering, proposing, suggesting, learning]
    : [suggesting, clustering, learning, proposing];
}

/** What there is before the first step. */
export const beginMaking = ({ version }: Desk, { earlier }: MakeOptions): Made => ({ ...earlier, version });

/** All steps at once. */
export function makeSuggestions(desk: Desk, options: MakeOptions): Made {
  return planSteps(desk, options).reduce((made, step) => step(made), beginMaking(desk, options));
}
