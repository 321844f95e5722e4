import { existsSync, readFileSync } from 'node:fs';
import { countLines } from '../../src/text/count-texts.js';
import { GROUPING_WEIGHTS, weighTerms } from '../../src/text/weigh-terms.js';

// Reads a file of one quote a line into weighed rows and prints what that took: a process of its own for `engine.ts`,
// because only a process has a peak of memory.

/** Megabytes. What Node tells may be the parent's, whose memory a Linux process starts as: the kernel's own line is not. */
function readPeak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  return kilobytes / 1024;
}

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
