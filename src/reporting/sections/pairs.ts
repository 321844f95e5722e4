import { z } from 'zod';
import type { CoOccurrence, CoOccurrenceCell, CoOccurrenceUnit } from '../../model/pattern.js';
import type { ReportInput, Sheet } from '../report.js';

/** So many pairs of a unit are printed, and so many are in the data. */
const MOST_PRINTED = 12;
const MOST_PAIRS = 1000;
/** So many quotes of a pair are named in print, and so many in the data: themes that all speak of share thousands. */
const MOST_READ = 4;
const MOST_QUOTES = 100;

const unitNames: { readonly [unit in CoOccurrenceUnit]: string } = {
  quote: 'Quotes',
  utterance: 'Utterances',
  interview: 'Interviews',
};

export const pairSchema = z.strictObject({
  unit: z.enum(['quote', 'utterance', 'interview']),
  themes: z.array(z.string()).length(2).describe('labels'),
  units: z.int().min(1).describe('how many hold both'),
  participants: z.int().min(0),
  quotes: z
    .array(z.string())
    .max(MOST_QUOTES)
    .describe('ids of the quotes of either theme in these units that may be printed'),
  unlisted: z.int().min(0).describe('such quotes beyond these, or that may not be printed'),
});
type Pair = z.infer<typeof pairSchema>;

/** The pairs of themes that occur together, by unit; those that most units hold come first. */
export function listPairs(
  coOccurrence: readonly CoOccurrence[],
  { publishable }: Pick<ReportInput, 'publishable'>,
): Pair[] {
  return coOccurrence.flatMap(({ unit, themes, cells }) => {
    const labels = new Map(themes.map(({ theme, label }) => [theme, label]));
    const most = cells.toSorted((a, b) => b.units - a.units || b.participants - a.participants);
    return most.slice(0, MOST_PAIRS).map(({ a, b, units, participants, quoteIds }: CoOccurrenceCell) => {
      const quotes = quoteIds.filter((id) => publishable.has(id)).slice(0, MOST_QUOTES);
      const names = [labels.get(a) ?? a, labels.get(b) ?? b];
      return { unit, themes: names, units, participants, quotes, unlisted: quoteIds.length - quotes.length };
    });
  });
}

/** A table of each unit in print, with the first quotes in which to read a pair. */
export function printPairs(pairs: readonly Pair[]) {
  return (['quote', 'utterance', 'interview'] as const).flatMap((unit) => {
    const printed = pairs.filter((pair) => pair.unit === unit).slice(0, MOST_PRINTED);
    if (printed.length === 0) return [];
    return [
      {
        title: `Where to read of pairs in the same ${unit}`,
        header: ['Themes', unitNames[unit], 'Participants', 'Read'],
        rows: printed.map(({ themes, units, participants, quotes, unlisted }) => [
          themes.join(' + '),
          String(units),
          String(participants),
          tellQuotes(quotes, unlisted),
        ]),
      },
    ];
  });
}

function tellQuotes(quotes: readonly string[], unlisted: number): string {
  const more = Math.max(0, quotes.length - MOST_READ) + unlisted;
  const named = quotes.slice(0, MOST_READ).join(', ');
  return more === 0 ? named : named === '' ? `${more} not printed` : `${named} and ${more} more`;
}

/** Every pair of the data, with all its quotes that are listed. */
export function tabulatePairs(pairs: readonly Pair[]): Sheet {
  return {
    name: 'Quotes behind pairs',
    header: ['unit', 'theme', 'and', 'units', 'participants', 'quotes', 'quotes not listed'],
    rows: pairs.map(({ unit, themes: [first = '', second = ''], units, participants, quotes, unlisted }) => [
      unit,
      first,
      second,
      units,
      participants,
      quotes.join(' '),
      unlisted,
    ]),
  };
}
