import type { Format } from './format.js';
import { hasDecimalComma, readArrowTimes, readCaptions } from './turns/read-captions.js';
import { recogniseCaptions } from './turns/recognise-captions.js';

/** Numbered captions with a decimal comma, plain or with SubStation overrides and speaker names. */
export const subRip: Format = {
  id: 'sub-rip',
  label: 'SubRip captions',
  extensions: ['.srt'],
  recognise: ({ text }) => {
    if (text.startsWith('WEBVTT')) return 0;
    return recogniseCaptions(text, (line) => (hasDecimalComma(line) ? readArrowTimes(line) : undefined));
  },
  read: (source) =>
    readCaptions(source, { readTimes: readArrowTimes, namedIds: false, dropComments: (lines) => lines }),
};
