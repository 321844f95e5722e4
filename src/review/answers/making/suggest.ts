import {
  chooseSuggested,
  countTexts,
  type ExplainedSuggestion,
  gatherSuggestions,
  type Study,
  taggers,
} from '../../../index.js';
import type { Basis, Suggested } from '../desk.js';
import { trimSuggestions } from './trim-suggestions.js';

/** Everything drawn at random is drawn from it: the same study gives the same queue. */
const SEED = 1;
/** Quotes that are chosen for what they teach; the rest of the queue follows by how sure the tagger is. */
const CHOSEN = 60;

/** Rules that the researcher wrote: nothing has to be learned for them. */
const rules = taggers.filter(({ id }) => id === 'keyword');

function countDecided({ quotes, decisions }: Study): number {
  const known = new Set(decisions.map(({ quoteId }) => quoteId));
  return quotes.reduce((sum, { id }) => sum + (known.has(id) ? 1 : 0), 0);
}

type Given = { readonly version: number; readonly more: boolean };
type Told = Pick<Suggested, 'none' | 'noneOf' | 'notices' | 'next'>;

const nothingTold: Told = { none: [], noneOf: '', notices: [], next: [] };

function layOut(
  suggestions: readonly ExplainedSuggestion[],
  basis: Omit<Basis, 'dropped'>,
  { study, version, told }: { readonly study: Study; readonly version: number; readonly told: Told },
): Suggested {
  const { kept, dropped } = trimSuggestions(suggestions, study.decisions);
  return { ...told, suggestions: kept, version, basis: { ...basis, dropped } };
}

/** What the keywords of the taxonomy propose, for all quotes. */
export function applyKeywords(study: Study): readonly ExplainedSuggestion[] {
  const { quotes, taxonomy, decisions, settings } = study;
  const { language } = settings;
  const counted = countTexts(
    quotes.map(({ exact }) => exact),
    language,
  );
  return rules.flatMap((tagger) => tagger.explain({ quotes, counted, taxonomy, decisions, language }));
}

/** Suggestions that follow from keywords alone, those for quotes that nobody decided on first. */
export function suggestByKeywords(study: Study, version: number): Suggested {
  const judged = study.quotes.length;
  const basis = {
    stage: 'keywords',
    learned: 0,
    decided: countDecided(study),
    judged,
    quotes: judged,
  } as const;
  const known = new Set(study.decisions.map(({ quoteId }) => quoteId));
  const suggestions = applyKeywords(study);
  const open = suggestions.filter(({ quoteId }) => !known.has(quoteId));
  const others = suggestions.filter(({ quoteId }) => known.has(quoteId));
  return layOut([...open, ...others], { ...basis, more: true }, { study, version, told: nothingTold });
}

/**
 * Suggestions for a part of the quotes, learned from that part, and what keywords propose for all others. Of a part with as
 * many quotes of a rare theme as of a common one no percentage is true of the study: none is given.
 */
export function suggestFromPart(study: Study, part: Study, { version, more }: Given): Suggested {
  const { suggestions, ...gathered } = gatherSuggestions(part);
  const next = chooseSuggested(part, suggestions, { count: CHOSEN, seed: SEED });
  const ranked = suggestions.map((suggestion) => ({ ...suggestion, calibrated: false }));
  const judged = new Set(part.quotes.map(({ id }) => id));
  const others = applyKeywords(study).filter(({ quoteId }) => !judged.has(quoteId));
  const basis = {
    stage: 'part',
    learned: countDecided(part),
    decided: countDecided(study),
    judged: judged.size,
    quotes: study.quotes.length,
    more,
  } as const;
  return layOut([...ranked, ...others], basis, { study, version, told: { ...gathered, next } });
}

/** Suggestions for all quotes, learned from all that was decided: the same as the command line's. */
export function suggestFromAll(study: Study, version: number): Suggested {
  const { suggestions, ...gathered } = gatherSuggestions(study);
  const next = chooseSuggested(study, suggestions, { count: CHOSEN, seed: SEED });
  const decided = countDecided(study);
  const quotes = study.quotes.length;
  const basis = { stage: 'whole', learned: decided, decided, judged: quotes, quotes, more: false } as const;
  return layOut(suggestions, basis, { study, version, told: { ...gathered, next } });
}

/** Suggestions as they were, with what keywords propose by now: for new themes, keywords and quotes. */
export function renewKeywords(study: Study, earlier: Suggested): Suggested {
  const learned = earlier.suggestions.filter(({ rule }) => !rule);
  const { kept } = trimSuggestions([...learned, ...applyKeywords(study)], study.decisions);
  return { ...earlier, suggestions: kept };
}
