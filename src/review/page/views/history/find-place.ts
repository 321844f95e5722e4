import type { Entry } from './group-by-day.js';

export type PlaceLink = {
  readonly view: string;
  readonly id: string;
  readonly query: Readonly<Record<string, string>>;
  readonly words: string;
};

/** Where an entry can be looked at: its quote in the transcript, else the theme, else the transcript. */
export function findPlaceOfEntry(entry: Entry): PlaceLink | undefined {
  const { quote, theme, transcript } = entry;
  if (quote !== '' && transcript !== '')
    return { view: 'read', id: transcript, query: { quote }, words: 'See the quote' };
  if (theme !== '') return { view: 'organise', id: theme, query: {}, words: 'See the theme' };
  if (transcript !== '') return { view: 'read', id: transcript, query: {}, words: 'See the transcript' };
  return undefined;
}
