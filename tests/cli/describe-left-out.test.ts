import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeLeftOut } from '../../src/cli/describe-left-out.js';
import * as library from '../../src/index.js';
import { root } from './run-cli.js';

describe('what a run tells of participants left out', () => {
  it('names each with the reason and a number of quotes, and no words', () => {
    const reading = library.readStudy(join(root, 'data/sample'));
    const analysis = library.analyseStudy(reading.study);
    const today = '2026-11-22';
    const input = library.gatherReportInput({
      analysis,
      anchorings: reading.anchorings,
      consent: 'teaching',
      today,
    });
    const [line = '', ...more] = describeLeftOut({ library, input, today });
    expect(more).toEqual([
      'left out: words in 1 memo or text of the taxonomy whose speakers did not agree to teaching',
    ]);
    expect(line).toMatch(/^left out for teaching: 5 of 12 participants: /);
    expect(line).toMatch(/P05 gave no consent for teaching \(\d+ quotes\)/);
    expect(line).toMatch(/P08 withdrew \([1-9]\d* quotes\)/);
    const counted = [...line.matchAll(/\((\d+) quotes\)/g)].reduce(
      (sum, [, count]) => sum + Number(count),
      0,
    );
    expect(counted).toBe(input.leftOut.length);
    for (const { exact } of reading.study.quotes) expect(line).not.toContain(exact.slice(0, 20));
  });
});
