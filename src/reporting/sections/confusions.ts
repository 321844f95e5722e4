import { z } from 'zod';
import type { ReportInput } from '../report.js';

/** As many pairs of themes are shown: those that were confused most often. */
const MOST_PAIRS = 12;

export const confusionsSchema = z
  .strictObject({
    offBecause: z.string().optional().describe('why a reflexive study has none'),
    pairs: z.array(
      z.strictObject({
        label: z.string().describe('both labels'),
        quotes: z.int().min(1),
        quoteIds: z.array(z.string()),
        sides: z
          .array(
            z.strictObject({ id: z.string(), label: z.string(), include: z.string(), exclude: z.string() }),
          )
          .length(2)
          .describe('the rules of both themes'),
      }),
    ),
    more: z.int().min(0).describe('pairs that are not shown'),
  })
  .describe(
    'themes that coders took for one another: on a quote one coder gave the first alone and another the second alone',
  );

const OFF =
  'Which themes coders take for one another is not counted, because the approach of this study is reflexive: a reading is the researcher’s own, and where another differs is no mistake in the rules (Braun & Clarke 2019).';

/** The pairs of themes whose rules did not keep coders apart, those with most quotes first. */
export function describeConfusions({
  study,
  findConfusions,
}: Pick<ReportInput, 'study' | 'findConfusions'>): z.infer<typeof confusionsSchema> {
  if (study.settings.approach === 'reflexive') return { offBecause: OFF, pairs: [], more: 0 };
  const themes = new Map(study.taxonomy.themes.map((theme) => [theme.id, theme]));
  const all = findConfusions().pairs;
  const pairs = all.slice(0, MOST_PAIRS).map(({ themes: ids, quoteIds }) => {
    const sides = ids.map((id) => {
      const { label = id, include = '', exclude = '' } = themes.get(id) ?? {};
      return { id, label, include, exclude };
    });
    const label = sides.map((side) => side.label).join(' / ');
    return { label, quotes: quoteIds.length, quoteIds: [...quoteIds], sides };
  });
  return { pairs, more: all.length - pairs.length };
}
