import { ToolkitError } from '../errors.js';
import type { Quote } from '../model/quote.js';
import type { Study } from '../model/study.js';
import type { Tagging } from '../model/tagging.js';
import type { Theme } from '../model/theme.js';
import type { LeftOut } from '../reporting/report.js';
import { countTexts, findTerms, hasTerms } from '../text/count-texts.js';
import { suggestNearest } from '../text/did-you-mean.js';
import { findWords } from '../text/tokenise.js';
import { listUnderTheme } from './picking/list-under-theme.js';
import type { Selection } from './select-publishable.js';

/** What a quote has to be; everything that is named must hold. */
export type QuoteFilter = {
  /** Each of these words occurs in the quote, in any of its forms. */
  readonly words?: string | undefined;
  /** Accepted for this theme or one under it. */
  readonly theme?: string | undefined;
  /** The same, for a theme of the dimension `voice`. */
  readonly voice?: string | undefined;
  /** Values of the speaker's attributes; case does not count. */
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly participant?: string | undefined;
};

export type FilterRequest = {
  readonly study: Study;
  readonly taggings: readonly Tagging[];
  /** Which of the study's quotes may be published. */
  readonly selection: Selection;
  readonly where: QuoteFilter;
};

type Test = (quote: Quote) => boolean;

const VOICE = 'voice';

/**
 * The publishable quotes that a filter lets through, in the study's order, and those that it would let through but
 * that may not be published. Throws `ToolkitError` for a theme, voice, attribute or participant that the study lacks.
 */
export function filterQuotes({ study, taggings, selection, where }: FilterRequest): {
  readonly quotes: readonly Quote[];
  readonly leftOut: readonly LeftOut[];
} {
  const tests = [
    ...(where.theme === undefined ? [] : [testTheme(findTheme(where.theme, study), { study, taggings })]),
    ...(where.voice === undefined ? [] : [testTheme(findVoice(where.voice, study), { study, taggings })]),
    ...(where.words === undefined ? [] : [testWords(where.words, study)]),
    ...listSpeakerTests(where, study, selection),
  ];
  const matching = study.quotes.filter((quote) => tests.every((test) => test(quote)));
  const ids = new Set(matching.map(({ id }) => id));
  return {
    quotes: matching.filter(({ id }) => selection.publishable.has(id)),
    leftOut: selection.leftOut.filter(({ quoteId }) => ids.has(quoteId)),
  };
}

function testTheme(theme: Theme, { study, taggings }: Pick<FilterRequest, 'study' | 'taggings'>): Test {
  const wanted = listUnderTheme(theme.id, study.taxonomy);
  const accepted = taggings.filter(({ themeId, status }) => status === 'accepted' && wanted.has(themeId));
  const ids = new Set(accepted.map(({ quoteId }) => quoteId));
  return ({ id }) => ids.has(id);
}

function testWords(words: string, { quotes, settings }: Study): Test {
  const counted = countTexts(
    quotes.map(({ exact }) => exact),
    settings.language,
  );
  const wanted = findWords(words).map(({ start, end }) => findTerms(counted, words.slice(start, end)));
  const matching = quotes.filter((_, row) => {
    const forms = counted.wordForms.subarray(counted.textStarts[row], counted.textStarts[row + 1]);
    return (
      wanted.length > 0 &&
      wanted.every((terms) => terms !== undefined && forms.some((form) => hasTerms(counted, form, terms)))
    );
  });
  const ids = new Set(matching.map(({ id }) => id));
  return ({ id }) => ids.has(id);
}

function listSpeakerTests(where: QuoteFilter, study: Study, { participantOf }: Selection): readonly Test[] {
  const { participant, attributes = {} } = where;
  const participants = new Map(study.participants.map((each) => [each.id, each]));
  if (participant !== undefined) requireKnown('participant', participant, participants.keys());
  const names = new Set(study.participants.flatMap((each) => Object.keys(each.attributes)));
  for (const name of Object.keys(attributes)) requireKnown('attribute', name, names);
  const tests: Test[] = Object.entries(attributes).map(([name, value]) => ({ id }: Quote) => {
    const speaker = participants.get(participantOf.get(id) ?? '');
    return speaker?.attributes[name]?.toLowerCase() === value.toLowerCase();
  });
  return participant === undefined ? tests : [...tests, ({ id }) => participantOf.get(id) === participant];
}

function findTheme(id: string, { taxonomy }: Study): Theme {
  return findIn('theme', id, taxonomy.themes);
}

function findVoice(id: string, { taxonomy }: Study): Theme {
  return findIn(
    'voice',
    id,
    taxonomy.themes.filter(({ dimension }) => dimension === VOICE),
  );
}

function findIn(what: string, id: string, themes: readonly Theme[]): Theme {
  const theme = themes.find((each) => each.id === id);
  if (theme === undefined) {
    throw refuseUnknown(
      what,
      id,
      themes.map((each) => each.id),
    );
  }
  return theme;
}

function requireKnown(what: string, name: string, known: Iterable<string>): void {
  const names = [...known];
  if (!names.includes(name)) throw refuseUnknown(what, name, names);
}

function refuseUnknown(what: string, name: string, known: readonly string[]): ToolkitError {
  const nearest = suggestNearest(name, known);
  const all = known.length === 0 ? `The study has no ${what}.` : `There are: ${known.join(', ')}.`;
  return new ToolkitError(`unknown-${what}`, `the study has no ${what} "${name}"`, {
    hint: nearest === undefined ? all : `Did you mean "${nearest}"?`,
  });
}
