import type { Notice, Place, Severity } from '../model/notice.js';
import type { Study } from '../model/study.js';
import type { Theme } from '../model/theme.js';
import { groupBy } from '../reporting/coding/group-by.js';
import { listSubjectThemes } from '../reporting/coding/voices.js';
import { MOST_UNDECIDED } from '../taggers/learning/read-dimensions.js';
import { findAlikeNames } from './linting/find-alike-names.js';
import { findAlikeQuotes } from './linting/find-alike-quotes.js';
import { findSharedKeywords } from './linting/find-shared-keywords.js';
import { type Coding, layCoding, listPeople, listUnder } from './patterns/lay-coding.js';
import { settleTaggings } from './settle-taggings.js';

export type LintInput = {
  readonly study: Study;
  /** Where each theme stands, by theme id. */
  readonly themePlaces: ReadonlyMap<string, Place>;
};

/** With fewer people a theme of one of them says little. */
const FEWEST_PEOPLE = 3;

type Tell = (severity: Severity, code: string, theme: Theme, message: string) => Notice;

/**
 * What could be better in a codebook: themes that lack what a second coder needs, keywords that siblings share, themes that
 * nobody or one person carries, that are nearly the same by name or by their quotes, and quotes without a theme. All
 * quotes count, whatever their consent: nothing here is published. A study without a taxonomy has no findings.
 */
export function lintCodebook({ study, themePlaces }: LintInput): readonly Notice[] {
  const { themes } = study.taxonomy;
  if (themes.length === 0) return [];
  const { language } = study.settings;
  const coding = layCoding({
    study,
    taggings: settleTaggings(study.decisions, []),
    countable: new Map(study.quotes.map((quote) => [quote.id, quote])),
    countedParticipants: study.participants.map(({ id }) => id),
  });
  const tell: Tell = (severity, code, { id }, message) => ({
    severity,
    code,
    message,
    place: themePlaces.get(id) ?? { file: 'taxonomy.yaml' },
  });
  return [
    ...tellMany(themes, tell),
    ...themes.flatMap((theme) => tellIncomplete(theme, tell)),
    ...findSharedKeywords(themes, language).flatMap(({ keyword, themes: [first, ...others] }) => {
      if (first === undefined) return [];
      const message = `the keyword "${keyword}" stands under the siblings ${nameThemes([first, ...others])}, so it tells none of them from the others: keep it where it belongs, or make it longer`;
      return [tell('caution', 'keyword-shared', first, message)];
    }),
    ...findAlikeNames(themes, language).map(([a, b]) => {
      const message = `the themes ${nameThemes([a, b])} are called nearly the same ("${a.label}", "${b.label}"): join them, or name what tells them apart`;
      return tell('caution', 'themes-alike-by-name', b, message);
    }),
    ...findAlikeQuotes(coding, themes).map(({ pair: [a, b], shared, either }) => {
      const message = `the themes ${nameThemes([a, b])} share ${shared} of the ${either} quotes that either has: join them, or say in "exclude" what tells them apart`;
      return tell('caution', 'themes-alike-by-quotes', b, message);
    }),
    ...tellThin(themes, coding, tell),
    ...tellUnthemed(study, coding),
  ];
}

const nameThemes = (themes: readonly Theme[]) => themes.map(({ id }) => `"${id}"`).join(' and ');

/** A dimension of more themes than a person can hold in mind, or a machine learn side by side. */
function tellMany(themes: readonly Theme[], tell: Tell): readonly Notice[] {
  return [...groupBy(themes, ({ dimension }) => dimension)].flatMap(([dimension, own]) => {
    const [first] = own;
    if (first === undefined || own.length <= MOST_UNDECIDED) return [];
    const message = `the dimension "${dimension}" has ${own.length} themes: above ${MOST_UNDECIDED}, suggestions are learned only for those that somebody decided of; the others go by their keywords`;
    return [tell('caution', 'themes-many', first, message)];
  });
}

/** What a second coder needs and does not find. */
function tellIncomplete(theme: Theme, tell: Tell): readonly Notice[] {
  const { id, description, include, exclude, examples } = theme;
  const missing = [
    ...(description.trim() === '' ? ['description'] : []),
    ...(include.trim() === '' ? ['include'] : []),
    ...(exclude.trim() === '' ? ['exclude'] : []),
    ...(examples.length === 0 ? ['examples'] : []),
  ];
  if (missing.length === 0) return [];
  const message = `the theme "${id}" has no ${missing.join(', no ')}: a second coder decides alike only where these are written down`;
  return [tell('info', 'theme-incomplete', theme, message)];
}

function tellThin(themes: readonly Theme[], coding: Coding, tell: Tell): readonly Notice[] {
  const isCoded = themes.some(({ id }) => listUnder(coding, id).length > 0);
  if (!isCoded) return [];
  const speakers = listPeople(coding.quotes.keys(), coding).size;
  return themes.flatMap((theme): readonly Notice[] => {
    const rows = listUnder(coding, theme.id);
    if (rows.length === 0) {
      const message = `no quote has the theme "${theme.id}", and none has one under it: is it still wanted?`;
      return [tell('info', 'theme-unused', theme, message)];
    }
    const people = listPeople(rows, coding);
    if (people.size !== 1 || speakers < FEWEST_PEOPLE) return [];
    const [row = 0] = people;
    const who = coding.participants[row]?.id ?? '';
    const quotes = rows.length === 1 ? 'its only quote is' : `all its ${rows.length} quotes are`;
    const message = `one participant carries the theme "${theme.id}": ${quotes} of ${who}, out of ${speakers} who are quoted`;
    return [tell('info', 'theme-of-one-person', theme, message)];
  });
}

/** One notice for each transcript in which quotes have no theme that says what they are about. */
function tellUnthemed({ taxonomy, transcripts }: Study, { own, quotes }: Coding): readonly Notice[] {
  const themed = new Set(listSubjectThemes(taxonomy).flatMap(({ id }) => [...(own.get(id) ?? [])]));
  const without = quotes.filter((_, row) => !themed.has(row));
  const files = new Map(transcripts.map(({ id, file }) => [id, file]));
  return [...groupBy(without, ({ transcriptId }) => transcriptId)].map(([transcriptId, left]) => {
    const count = left.length === 1 ? '1 quote has' : `${left.length} quotes have`;
    const message = `${count} no theme that people agree on: see "themeloom suggest"`;
    const file = files.get(transcriptId);
    return {
      severity: 'info' as const,
      code: 'quotes-without-theme',
      message,
      place: { file: file === undefined ? 'quotes.jsonl' : `transcripts/${file}` },
    };
  });
}
