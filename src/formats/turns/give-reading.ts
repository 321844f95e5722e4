import { ToolkitError } from '../../errors.js';
import type { Notice } from '../../model/notice.js';
import type { FormatReading, SourceText } from '../format.js';
import { type Cue, joinCues, listPhrases } from './join-cues.js';
import { tellInventedSpeech } from './tell-invented-speech.js';

export type TimedSpeech = {
  readonly cues: readonly Cue[];
  /** How many timed pieces the source has, where that is not the number of `cues`. */
  readonly count?: number;
  readonly notices?: readonly Notice[];
};

/** Makes the reading of a source that holds one interview in timed pieces. Throws `no-speech` where there is none. */
export function giveReading(source: SourceText, speech: TimedSpeech): FormatReading {
  const { cues, count = cues.length, notices = [] } = speech;
  if (cues.length === 0) {
    throw new ToolkitError('no-speech', `${source.name} holds no words that anybody speaks.`, {
      hint: 'Export the transcript again, with its text, or take the file out of the folder.',
      place: { file: source.name },
    });
  }
  const doubts = tellInventedSpeech(listPhrases(cues), source.name);
  return {
    interviews: [{ turns: joinCues(cues), marks: [], cues: count }],
    notices: [...notices, ...doubts],
  };
}
