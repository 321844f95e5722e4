import type { Span } from '../model/span.js';
import type { IdentifierKind } from './identifier.js';
import { matchDigitLines } from './patterns/match-digit-lines.js';

const byte = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const versionFour = `(?<![\\d.])${byte}(?:\\.${byte}){3}(?![\\d.]*\\d)`;
/** Eight groups, or fewer around one `::`; each group is bounded, so no run of colons is scanned twice. */
const versionSix = '(?<![\\w:])(?:[\\da-f]{1,4}:){2,7}(?::|[\\da-f]{1,4}|(?::[\\da-f]{1,4}){1,6})(?![\\w:])';
const either = new RegExp(`${versionFour}|${versionSix}`, 'gi');

/** `10:20:30` is a time, though it would do as half an address. */
const clock = /^\d{1,2}:\d{2}(?::\d{2})*$/;

function findIpAddresses(text: string): readonly Span[] {
  return matchDigitLines(text, either).filter(({ start, end }) => {
    const found = text.slice(start, end);
    return (
      !clock.test(found) && (found.includes('.') || found.includes('::') || found.split(':').length === 8)
    );
  });
}

export const ipAddress: IdentifierKind = {
  id: 'ip-address',
  label: 'IP address',
  candidate: false,
  find: findIpAddresses,
};
