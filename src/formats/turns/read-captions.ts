import type { Notice } from '../../model/notice.js';
import type { FormatReading, SourceText } from '../format.js';
import { dropRollingLines, tellRolling } from './drop-rolling-lines.js';
import { giveReading } from './give-reading.js';
import { nameCaptions } from './name-captions.js';
import { readClock } from './read-clock.js';
import { type CueLayout, type CueLine, type CueTimes, type RawCue, splitCues } from './split-cues.js';

export type CaptionLayout = CueLayout & {
  /** Takes out what nobody says, such as comments; what it gives back is speech. */
  readonly dropComments: (lines: readonly CueLine[]) => readonly CueLine[];
};

const arrowTimes = /^\[?\s*(\d{1,4}:[^\s>-]{0,30})\s*-->\s*([^\s\]]{0,40})\s*\]?(.*)$/;
const cueSettings = /^(?:(?:vertical|line|position|size|align|region|[XY][12]):\S+(?:\s+|$))*$/i;

/** Reads `00:01.000 --> 00:02.500`, in brackets too, with cue settings or with words behind it. */
export function readArrowTimes(line: string): CueTimes | undefined {
  const match = line.includes('-->') ? arrowTimes.exec(line.trim()) : null;
  if (match === null) return undefined;
  const [, start = '', end = '', rest = ''] = match;
  return {
    startsAtMs: readClock(start),
    endsAtMs: readClock(end),
    rest: cueSettings.test(rest) ? '' : rest.trim(),
  };
}

/** True for a time line as SubRip writes it: `00:00:01,000 --> 00:00:02,500`. */
export function hasDecimalComma(line: string): boolean {
  return /^[\s[]*[\d:]+,\d{1,3}\s*-->/.test(line);
}

/** Reads a caption file of any layout; says what it left out. */
export function readCaptions(source: SourceText, layout: CaptionLayout): FormatReading {
  const { cues: raw, preface, cutOff } = splitCues(source.text, layout);
  const unrolled = dropRollingLines(raw.map((cue) => ({ ...cue, lines: layout.dropComments(cue.lines) })));
  const captions = nameCaptions(unrolled.cues, source.labels);
  const spoken = captions.filter((pieces) => pieces.length > 0);
  const notices = [
    ...tellPreface(source, layout.dropComments(preface)),
    ...tellUnreadableTimes(source, raw),
    ...tellRolling(source.name, unrolled.dropped, raw[0]?.lines[0]),
    ...(cutOff === undefined ? [] : [tellCutOff(source, cutOff)]),
  ];
  return giveReading(source, { cues: spoken.flat(), count: spoken.length, notices });
}

function tellPreface(source: SourceText, preface: readonly CueLine[]): readonly Notice[] {
  const [first] = preface;
  if (first === undefined) return [];
  return [
    {
      severity: 'info',
      code: 'lines-skipped',
      message: `${preface.length} line(s) before the first timed caption are not part of the interview; give them a time if they are.`,
      place: { file: source.name, line: first.line },
    },
  ];
}

function tellUnreadableTimes(source: SourceText, cues: readonly RawCue[]): readonly Notice[] {
  return cues
    .filter((cue) => cue.startsAtMs === undefined)
    .map((cue) => ({
      severity: 'caution',
      code: 'unreadable-time',
      message:
        'This caption has no readable time: its words are kept without one; expected e.g. 00:01:02.345 --> 00:01:05.000.',
      place: { file: source.name, line: cue.line },
    }));
}

function tellCutOff(source: SourceText, line: number): Notice {
  return {
    severity: 'caution',
    code: 'cut-off',
    message:
      'The file ends in the middle of a caption: everything before it is kept; export it again if more was said.',
    place: { file: source.name, line },
  };
}
