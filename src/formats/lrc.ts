import type { Format } from './format.js';
import { readCaptions } from './turns/read-captions.js';
import { readClock } from './turns/read-clock.js';
import type { CueTimes } from './turns/split-cues.js';

const timedLine = /^\s*\[(\d{1,4}:\d\d\.\d{1,3})\](.*)$/;
const headLength = 4000;
/** Other texts may have a time here and there. */
const leastShare = 0.6;

/** Lyrics, which some recognisers write: `[01:02.34]words`; a time without words ends the line before. */
export const lrc: Format = {
  id: 'lrc',
  label: 'LRC captions',
  extensions: ['.lrc'],
  recognise: ({ text }) => {
    const lines = text
      .slice(0, headLength)
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^\s*\[\p{L}+:/u.test(line));
    const timed = lines.filter((line) => timedLine.test(line)).length;
    return timed > 1 && timed >= lines.length * leastShare ? 0.9 : 0;
  },
  read: (source) => readCaptions(source, { readTimes, namedIds: false, dropComments: (lines) => lines }),
};

/** The end is not written: a line is taken for a moment. */
function readTimes(line: string): CueTimes | undefined {
  const [, clock = '', rest = ''] = timedLine.exec(line) ?? [];
  if (clock === '') return undefined;
  const ms = readClock(clock);
  return { startsAtMs: ms, endsAtMs: ms, rest: rest.trim() };
}
