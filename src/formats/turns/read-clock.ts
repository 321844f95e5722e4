/** A clock found at one end of a line. `start` and `end` cover its brackets too. */
export type FoundClock = {
  /** Milliseconds from the beginning of the recording. */
  readonly ms: number;
  readonly start: number;
  readonly end: number;
  /** In brackets or between `#`: a bare `9:30` at the end of a line may well be spoken words. */
  readonly wrapped: boolean;
};

const colonClock = /^(?:(\d{1,4}):)?(\d{1,3}):([0-5]\d)(?::(\d\d))?(?:[.,](\d{1,9}))?$/;
const unitClock = /^(?:(\d{1,3})h)? ?(?:(\d{1,4})m)? ?(?:(\d{1,5})(?:[.,](\d{1,9}))?s)?$/i;
const tenthsClock = /^(\d{1,3}):([0-5]\d):([0-5]\d)-(\d)$/;
const decimalSeconds = /^(\d{1,9})(?:[.,](\d{1,9}))?s?$/;

const wrappers = [
  ['[', ']'],
  ['(', ')'],
  ['#', '#'],
] as const;

/** Finds what may be a clock, bare; `readClock` decides. */
const bareSource =
  '(?:\\d{1,4}:)?\\d{1,3}:[0-5]\\d(?::\\d\\d)?(?:[.,]\\d{1,9})?|\\d{1,3}h ?(?:\\d{1,4}m)? ?(?:\\d{1,5}s)?|\\d{1,4}m ?\\d{1,5}s';
const clockSource = `\\[ *(?:${bareSource}) *\\]|\\( *(?:${bareSource}) *\\)|#\\d{1,3}:[0-5]\\d:[0-5]\\d(?:-\\d)?#|(?:${bareSource})(?![\\p{L}\\d:])`;
const clockAtStart = new RegExp(`^(?:${clockSource})`, 'u');
const clockAtEnd = new RegExp(`(?<![\\p{L}\\d:.,])(?:${clockSource})$`, 'u');

/** No clock, brackets included, is longer. */
const longestClock = 48;

// Time codes do not tell their frame rate: with 30 the order is kept for every rate up to 30 a second.
const framesPerSecond = 30;

/**
 * Reads a clock time and gives milliseconds: `0:02`, `75:12` (minutes and seconds), `00:01:02`, decimals after a dot or a comma
 * (up to nine), `00:01:02:12` (frames), `1h02m03s`; bare, in `[…]`, in `(…)`, or as `#00:01:02-3#` (tenths). Two
 * parts are always minutes and seconds. `undefined` where the text is anything else.
 */
export function readClock(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > longestClock) return undefined;
  const inner = unwrap(trimmed);
  return readTenths(trimmed, inner) ?? readColons(inner) ?? readUnits(inner);
}

/** Reads `62`, `62.5`, `62,5` or `62.5s` as seconds and gives milliseconds. */
export function readSeconds(text: string): number | undefined {
  const match = decimalSeconds.exec(text.trim());
  return match === null ? undefined : toMs({ seconds: match[1], fraction: match[2] });
}

/** Finds a clock at the start or the end of a line, white space around it ignored. */
export function findClock(line: string, at: 'start' | 'end'): FoundClock | undefined {
  const from =
    at === 'start'
      ? line.length - line.trimStart().length
      : Math.max(0, line.trimEnd().length - longestClock);
  const stretch = at === 'start' ? line.slice(from, from + longestClock) : line.slice(from).trimEnd();
  const match = (at === 'start' ? clockAtStart : clockAtEnd).exec(stretch);
  const ms = match === null ? undefined : readClock(match[0]);
  if (match === null || ms === undefined) return undefined;
  const start = from + match.index;
  return { ms, start, end: start + match[0].length, wrapped: /^[[(#]/.test(match[0]) };
}

function unwrap(text: string): string {
  const wrapper = wrappers.find(
    ([open, close]) => text.length > 2 && text.startsWith(open) && text.endsWith(close),
  );
  return wrapper === undefined ? text : text.slice(1, -1).trim();
}

function readTenths(wrapped: string, inner: string): number | undefined {
  const match = wrapped.startsWith('#') ? tenthsClock.exec(inner) : null;
  if (match === null) return undefined;
  return toMs({ hours: match[1], minutes: match[2], seconds: match[3], fraction: match[4] });
}

function readColons(text: string): number | undefined {
  const match = colonClock.exec(text);
  if (match === null) return undefined;
  const [, hours, minutes, seconds, frames, fraction] = match;
  if (hours === undefined && frames !== undefined) return undefined;
  if (hours !== undefined && Number(minutes) > 59) return undefined;
  if (Number(frames ?? 0) >= framesPerSecond) return undefined;
  return (
    toMs({ hours, minutes, seconds, fraction }) + Math.round((Number(frames ?? 0) * 1000) / framesPerSecond)
  );
}

function readUnits(text: string): number | undefined {
  const match = unitClock.exec(text);
  if (match === null || text === '') return undefined;
  const [, hours, minutes, seconds, fraction] = match;
  return toMs({ hours, minutes, seconds, fraction });
}

type ClockParts = {
  readonly hours?: string | undefined;
  readonly minutes?: string | undefined;
  readonly seconds?: string | undefined;
  readonly fraction?: string | undefined;
};

function toMs({ hours, minutes, seconds, fraction }: ClockParts): number {
  const whole = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
  if (fraction === undefined) return whole * 1000;
  return whole * 1000 + Math.round((Number(fraction) / 10 ** fraction.length) * 1000);
}
