import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One quote in so many is left to be decided. */
const OPEN = 7;

/** Words of the sample's interviews, for themes to have as keywords. */
const KEYWORDS = [
  'team',
  'meeting',
  'code',
  'review',
  'time',
  'plan',
  'customer',
  'release',
  'test',
  'manager',
];

/**
 * Leaves some of the quotes of a coded study undecided, and gives some of its themes a keyword, so that there is something to
 * suggest at every stage. Gives the number of decided quotes.
 */
export function layOpenStudy(folder: string): number {
  const decisions = join(folder, 'decisions');
  const kept = new Set<string>();
  const known = new Map<string, number>();
  for (const name of readdirSync(decisions).sort()) {
    const lines = readFileSync(join(decisions, name), 'utf8').trim().split('\n');
    const left = lines.filter((line) => {
      const quote = /"quote":"([^"]+)"/u.exec(line)?.[1] ?? '';
      const place = known.get(quote) ?? known.size;
      known.set(quote, place);
      if (place % OPEN !== 0) kept.add(quote);
      return place % OPEN !== 0;
    });
    writeFileSync(join(decisions, name), `${left.join('\n')}\n`);
  }
  const taxonomy = join(folder, 'taxonomy.yaml');
  const text = KEYWORDS.reduce(
    (before, word, i) => before.replace(`label: theme-${i} }`, `label: theme-${i}, keywords: [${word}] }`),
    readFileSync(taxonomy, 'utf8'),
  );
  writeFileSync(taxonomy, text);
  return kept.size;
}
