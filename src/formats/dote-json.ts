import type { Format } from './format.js';
import { giveReading } from './turns/give-reading.js';
import { readEntries, readSpeaker, readText, readTime } from './turns/json-values.js';
import { parseJson } from './turns/parse-json.js';
import { peekJson } from './turns/peek-json.js';

/** DOTE, as MacWhisper exports it too: `lines` with clock times and a `speakerDesignation`. */
export const doteJson: Format = {
  id: 'dote-json',
  label: 'DOTE (MacWhisper)',
  extensions: ['.dote'],
  recognise: ({ text }) => {
    const peek = peekJson(text);
    return /"lines"\s*:\s*\[/.test(peek) && /"(?:speakerDesignation|startTime)"\s*:/.test(peek) ? 0.95 : 0;
  },
  read: (source) => {
    const root = parseJson(source);
    const cues = readEntries(source, { root, path: ['lines'] }, (line) => ({
      label: readSpeaker(line.speakerDesignation),
      words: readText(line, ['text']),
      startsAtMs: readTime(line, ['startTime']),
      endsAtMs: readTime(line, ['endTime']),
    }));
    return giveReading(source, { cues });
  },
};
