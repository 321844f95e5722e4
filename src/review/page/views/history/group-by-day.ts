import type { HistoryView } from '../../../messages/comparing.js';

export type Entry = HistoryView['entries'][number];
export type Day = { readonly day: string; readonly entries: readonly Entry[] };

/** Entries that follow each other on the same day stand together; `dayOf` gives the day of a time, e.g. `2026-04-02`. */
export function groupByDay(entries: readonly Entry[], dayOf: (at: string) => string): readonly Day[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

const pad = (part: number) => String(part).padStart(2, '0');

/** The day of a time where the reader is, `2026-04-02`; empty for what is no time. */
export function findLocalDay(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return '';
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

/** The hour and minute of a time where the reader is, `14:05`; empty for what is no time. */
export function findLocalHour(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : `${pad(time.getHours())}:${pad(time.getMinutes())}`;
}

/** "Today", "Yesterday", or the day written out; `today` is a day too. */
export function describeDay(day: string, today: string): string {
  if (day === '') return 'At an unknown time';
  if (day === today) return 'Today';
  const noon = new Date(`${day}T12:00:00Z`);
  const next = new Date(noon.getTime() + 86_400_000);
  if (next.toISOString().slice(0, 10) === today) return 'Yesterday';
  return noon.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
