import type { Notice } from '../model/notice.js';
import type { Study } from '../model/study.js';
import type { ExplainedSuggestion } from '../model/suggestion.js';
import { readDecided } from '../taggers/decided/read-decided.js';
import { learnedTagger } from '../taggers/learned.js';
import type { TaggerInput, ThemeScores } from '../taggers/tagger.js';
import type { CountedTexts } from '../text/count-texts.js';
import { countQuotes } from './analyse-study.js';
import type { Choice } from './choosing/choice.js';
import { drawEvenly } from './choosing/draw-evenly.js';
import { findUncertain } from './choosing/find-uncertain.js';
import { findUnlike } from './choosing/find-unlike.js';
import { scoreSuggestions } from './choosing/score-suggestions.js';

/** `random` keeps percentages honest, `uncertain` teaches most, `diverse` shows what nobody has looked at yet. */
export type NextPart = 'random' | 'uncertain' | 'diverse';

/** A quote to code next. */
export type NextQuote = { readonly quoteId: string; readonly part: NextPart; readonly reason: string };

export type NextQuotes = { readonly next: readonly NextQuote[]; readonly notices: readonly Notice[] };

export type NextRequest = {
  /** How many quotes. */
  readonly count: number;
  readonly seed: number;
};

function explainShortage(wanted: number, open: number): readonly Notice[] {
  if (open >= wanted) return [];
  const place = { file: 'quotes.jsonl' };
  const message =
    open === 0
      ? 'Every quote has been decided: there is none to code next. Mark more passages, or let a second coder decide.'
      : `Only ${open} of the ${wanted} quotes asked for: nobody has decided these, every other quote is coded.`;
  return [{ severity: 'info', code: 'few-quotes-left', message, place }];
}

/** A third each; what does not divide goes to the random part, then to the uncertain one. */
function divide(count: number): { readonly random: number; readonly uncertain: number } {
  const random = Math.ceil(count / 3);
  return { random, uncertain: Math.ceil((count - random) / 2) };
}

type Ground = {
  /** Rows that may be chosen. */
  readonly open: readonly number[];
  /** Asked only where something uncertain is to be chosen. */
  readonly rank: () => ThemeScores | undefined;
};

/** The random part is drawn first, so that the others do not bend it. */
function chooseAmong(
  input: TaggerInput,
  { open, rank }: Ground,
  { count, seed }: NextRequest,
): readonly NextQuote[] {
  const decided = readDecided(input.decisions);
  const chosen = new Map<number, Omit<NextQuote, 'quoteId'>>();
  const take = (part: NextPart, choices: readonly Choice[]): void => {
    for (const { row, reason } of choices) chosen.set(row, { part, reason });
  };
  const listLeft = () => open.filter((row) => !chosen.has(row));
  const wanted = Math.min(count, open.length);
  const sizes = divide(wanted);
  take('random', drawEvenly(input.quotes, open, { count: sizes.random, seed }));
  if (sizes.uncertain > 0) {
    const ranked = rank();
    const left = listLeft();
    take(
      'uncertain',
      ranked === undefined ? [] : findUncertain(input, ranked, { open: left, count: sizes.uncertain }),
    );
  }
  const known = input.quotes.flatMap(({ id }, row) => (decided.has(id) || chosen.has(row) ? [row] : []));
  take('diverse', findUnlike(input, { known, open: listLeft(), count: wanted - chosen.size }));
  return Array.from(chosen, ([row, why]) => ({ quoteId: input.quotes[row]?.id ?? '', ...why }));
}

/**
 * Which quotes to code next, among those that nobody has decided: a third drawn at random over the interviews, on which
 * alone percentages can be measured honestly; a third of which the tagger is least sure; a third unlike all that was coded
 * or chosen. The same study and seed give the same.
 */
export function chooseNext(input: TaggerInput, request: NextRequest): NextQuotes {
  const decided = readDecided(input.decisions);
  const open = input.quotes.flatMap(({ id }, row) => (decided.has(id) ? [] : [row]));
  const next = chooseAmong(input, { open, rank: () => learnedTagger.rank?.(input) }, request);
  return { next, notices: explainShortage(request.count, open.length) };
}

function readInput({ quotes, taxonomy, decisions, settings }: Study, counted: CountedTexts): TaggerInput {
  return { quotes, counted, taxonomy, decisions, language: settings.language };
}

/** Which quotes of a study to code next. */
export function chooseNextForStudy(study: Study, request: NextRequest): NextQuotes {
  return chooseNext(readInput(study, countQuotes(study)), request);
}

/**
 * The same among the quotes that something is proposed for, for whoever goes through suggestions: nothing is learned again, and
 * what is not proposed counts as certain.
 */
export function chooseSuggested(
  study: Study,
  suggestions: readonly ExplainedSuggestion[],
  request: NextRequest,
): readonly NextQuote[] {
  const decided = readDecided(study.decisions);
  const proposed = new Set(suggestions.map(({ quoteId }) => quoteId));
  const open = study.quotes.flatMap(({ id }, row) => (decided.has(id) || !proposed.has(id) ? [] : [row]));
  const rank = () => scoreSuggestions(study, suggestions);
  return chooseAmong(readInput(study, countQuotes(study)), { open, rank }, request);
}
