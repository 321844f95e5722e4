import type { Notice, Place } from '../model/notice.js';
import { type Consent, type ConsentScope, consentScopeSchema, daySchema } from '../model/participant.js';
import { askDidYouMean } from './explain-problem.js';
import { tellError } from './tell.js';
import type { Reading } from './try-reading.js';

/** Stands for a withdrawal whose day cannot be read: it lies before every day, so it holds on every day. */
const UNKNOWN_DAY = '0001-01-01';

export type ConsentCells = { readonly scopes: string; readonly until: string; readonly withdrawn: string };

/**
 * What a row says about consent. Whatever cannot be read takes consent away: an unknown scope is not granted, an
 * unreadable last day ends the consent, and an unreadable withdrawal is a withdrawal.
 */
export function readConsent(cells: ConsentCells, place: Place): Reading<Consent> {
  const scopes = readScopes(cells.scopes, place);
  const until = readDay('consent_until', cells.until, place);
  const withdrawn = readDay('withdrawn', cells.withdrawn, place);
  const holds = until.value.readable && withdrawn.value.readable;
  const withdrawnOn = withdrawn.value.readable ? withdrawn.value.day : UNKNOWN_DAY;
  return {
    value: {
      known: true,
      scopes: holds ? scopes.value : [],
      ...(until.value.day === undefined ? {} : { until: until.value.day }),
      ...(withdrawnOn === undefined ? {} : { withdrawn: withdrawnOn }),
    },
    notices: [...scopes.notices, ...until.notices, ...withdrawn.notices],
  };
}

/** What two rows of one participant both grant, as long as both hold. */
export function narrowConsent(one: Consent, other: Consent): Consent {
  const [until] = [one.until, other.until].filter((day) => day !== undefined).sort();
  const [withdrawn] = [one.withdrawn, other.withdrawn].filter((day) => day !== undefined).sort();
  return {
    known: true,
    scopes: one.scopes.filter((scope) => other.scopes.includes(scope)),
    ...(until === undefined ? {} : { until }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
  };
}

function readScopes(cell: string, place: Place): Reading<readonly ConsentScope[]> {
  const words = cell
    .split(';')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '');
  const checked = words.map((word) => ({ word, scope: consentScopeSchema.safeParse(word).data }));
  return {
    value: [...new Set(checked.flatMap(({ scope }) => scope ?? []))],
    notices: checked
      .filter(({ scope }) => scope === undefined)
      .map(({ word }) => tellUnknownScope(word, place)),
  };
}

function tellUnknownScope(word: string, place: Place): Notice {
  const { values } = consentScopeSchema;
  const guess = askDidYouMean(word, values);
  const message = `"${word}" is no scope of consent and is not granted${guess || `: these are ${[...values].join(', ')}`}. Example: research;publication`;
  return tellError('unknown-consent', place, message);
}

/** `day` is absent where the cell is empty, and where it is no day. */
type DayCell = { readonly readable: boolean; readonly day?: string };

function readDay(column: 'consent_until' | 'withdrawn', cell: string, place: Place): Reading<DayCell> {
  if (cell === '') return { value: { readable: true }, notices: [] };
  const day = daySchema.safeParse(cell).data;
  if (day !== undefined) return { value: { readable: true, day }, notices: [] };
  const effect = column === 'withdrawn' ? 'counts as withdrawn' : 'counts as ended';
  const message = `${column} is "${cell}", which is not a day, so the consent ${effect}. Example: 2028-12-31`;
  return { value: { readable: false }, notices: [tellError('bad-date', place, message)] };
}
