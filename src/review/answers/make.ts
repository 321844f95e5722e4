import {
  chooseSuggested,
  clusterStudy,
  fitModel,
  gatherSuggestions,
  type Study,
  type Suggestion,
  suggestQuotesForStudy,
} from '../../index.js';
import type { Desk, LearnedModel, Made, Proposed, ProposedPassages, Suggested } from './desk.js';
import { listBy } from './tables/list-by.js';

/** Everything drawn at random is drawn from it: the same study gives the same queue. */
const SEED = 1;
/** Quotes that are chosen for what they teach; the rest of the queue follows by how sure the tagger is. */
const CHOSEN = 60;
const PASSAGES_A_TRANSCRIPT = 12;
/** What was learned from so many is not learned anew for a change of fewer than one in so many. */
const SHARE_OF_CHANGE = 50;

export type MakeOptions = {
  /** ISO day on which consent is judged. */
  readonly today: string;
  /** What was made before: parts that hardly changed are kept, and its proposals count on for the precision so far. */
  readonly earlier?: Made;
};

const isNear = (before: number, now: number) => Math.abs(now - before) * SHARE_OF_CHANGE < before;

function suggest(study: Study, version: number): Suggested {
  const gathered = gatherSuggestions(study);
  const next = chooseSuggested(study, gathered.suggestions, { count: CHOSEN, seed: SEED });
  return { ...gathered, next, version };
}

function proposePassages(study: Study, earlier: ProposedPassages | undefined): ProposedPassages {
  const quotes = study.quotes.length;
  if (earlier !== undefined && isNear(earlier.quotes, quotes)) return earlier;
  const limit = PASSAGES_A_TRANSCRIPT * study.transcripts.length;
  if (limit === 0) return { byTranscript: new Map(), quotes };
  const { passages } = suggestQuotesForStudy(study, { limit, perTranscript: PASSAGES_A_TRANSCRIPT });
  return { byTranscript: listBy(passages, ({ transcriptId }) => transcriptId), quotes };
}

function learn(study: Study, today: string, earlier: LearnedModel | undefined): LearnedModel {
  const { themes } = study.taxonomy;
  const decisions = study.decisions.length;
  if (earlier?.themes === themes && isNear(earlier.decisions, decisions)) return earlier;
  return { fitted: fitModel(study, today).model, decisions, themes };
}

function addProposed(before: Proposed, suggestions: readonly Suggestion[]): Proposed {
  const all = new Map(Array.from(before, ([tagger, themes]) => [tagger, new Map(themes)]));
  for (const [tagger, own] of listBy(suggestions, (suggestion) => suggestion.tagger)) {
    const themes = all.get(tagger) ?? new Map<string, ReadonlySet<string>>();
    all.set(tagger, themes);
    for (const [theme, ofTheme] of listBy(own, ({ themeId }) => themeId)) {
      themes.set(theme, new Set([...(themes.get(theme) ?? []), ...ofTheme.map(({ quoteId }) => quoteId)]));
    }
  }
  return all;
}

/**
 * All that machines make of a study, one part after the other and each time with what there was before: suggestions, clusters,
 * what is learned for words that nobody marked, passages. Takes long where a study is large: for the background.
 */
export function* makeInParts(
  { reading: { study }, version }: Desk,
  { today, earlier }: MakeOptions,
): Generator<Made, Made> {
  const suggestions = suggest(study, version);
  const proposed = addProposed(earlier?.proposed ?? new Map(), suggestions.suggestions);
  let made: Made = { ...earlier, version, suggestions, proposed };
  yield made;
  made = { ...made, clustering: clusterStudy(study) };
  yield made;
  made = { ...made, model: learn(study, today, made.model) };
  yield made;
  made = { ...made, passages: proposePassages(study, made.passages) };
  return made;
}

/** The same, all parts at once. */
export function makeSuggestions(desk: Desk, options: MakeOptions): Made {
  const parts = makeInParts(desk, options);
  for (;;) {
    const part = parts.next();
    if (part.done === true) return part.value;
  }
}
