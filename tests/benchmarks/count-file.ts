import { readFileSync } from 'node:fs';
import { countLines } from '../../src/text/count-texts.js';
import { GROUPING_WEIGHTS, weighTerms } from '../../src/text/weigh-terms.js';
import { readPeak } from './measure.js';

// Reads a file of one quote a line into weighed rows and prints what that took: a process of its own for `engine.ts`,
// because only a process has a peak of memory.

const [path = ''] = process.argv.slice(2);
const from = performance.now();
const counted = countLines(readFileSync(path), 'en');
const countedAt = performance.now();
const { rows } = weighTerms(counted, GROUPING_WEIGHTS);
const weighedAt = performance.now();
process.stdout.write(
  JSON.stringify({
    quotes: rows.rowStarts.length - 1,
    words: counted.wordForms.length,
    cells: rows.columns.length,
    countMilliseconds: countedAt - from,
    weighMilliseconds: weighedAt - countedAt,
    megabytes: readPeak(),
  }),
);
