import type { Format } from './format.js';
import { readCaptions } from './turns/read-captions.js';
import { readClock } from './turns/read-clock.js';
import { recogniseCaptions } from './turns/recognise-captions.js';
import type { CueTimes } from './turns/split-cues.js';

const timeLine = /^\s*(\d{1,3}:\d\d:\d\d\.\d{1,3}),(\d{1,3}:\d\d:\d\d\.\d{1,3})\s*$/;

/** YouTube's own captions: `0:00:01.000,0:00:03.500`, the words below, `[br]` for a new line. */
export const sbv: Format = {
  id: 'sbv',
  label: 'YouTube captions (SBV)',
  extensions: ['.sbv'],
  recognise: ({ text }) => recogniseCaptions(text, readTimes),
  read: (source) => readCaptions(source, { readTimes, namedIds: false, dropComments: (lines) => lines }),
};

function readTimes(line: string): CueTimes | undefined {
  const match = timeLine.exec(line);
  if (match === null) return undefined;
  const [, start = '', end = ''] = match;
  return { startsAtMs: readClock(start), endsAtMs: readClock(end), rest: '' };
}
