import type { Study } from '../../model/study.js';
import type { Sheet } from '../../packages/write-workbook.js';
import { findParticipant } from './find-participant.js';

/**
 * Participants × themes: of how many of a participant's quotes every coder who decided says that the theme applies.
 * Themes stand alone here, without those below them. Attributes stand before the counts.
 */
export function tabulateMatrix(study: Study): Sheet {
  const { participants, transcripts, quotes, taxonomy } = study;
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  const speakers = new Map(
    quotes.map(({ id, transcriptId, span }) => [id, findParticipant(byId.get(transcriptId), span)]),
  );
  const counts = countPairs(study, speakers);
  const attributes = [...new Set(participants.flatMap((one) => Object.keys(one.attributes)))];
  const rows = participants.map(({ id, attributes: own }) => [
    id,
    ...attributes.map((name) => (Object.hasOwn(own, name) ? (own[name] ?? '') : '')),
    quotes.filter((quote) => speakers.get(quote.id) === id).length,
    ...taxonomy.themes.map((theme) => counts.get(JSON.stringify([id, theme.id])) ?? 0),
  ]);
  return {
    name: 'participants × themes',
    header: ['participant', ...attributes, 'quotes', ...taxonomy.themes.map(({ id }) => id)],
    rows,
  };
}

function countPairs(
  { decisions }: Study,
  speakers: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const agreed = new Map<
    string,
    { readonly participant: string; readonly theme: string; applies: boolean }
  >();
  for (const { quoteId, themeId, applies } of decisions) {
    const key = JSON.stringify([quoteId, themeId]);
    const pair = agreed.get(key);
    if (pair === undefined)
      agreed.set(key, { participant: speakers.get(quoteId) ?? '', theme: themeId, applies });
    else if (!applies) pair.applies = false;
  }
  const counts = new Map<string, number>();
  for (const { participant, theme, applies } of agreed.values()) {
    const key = JSON.stringify([participant, theme]);
    if (applies) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Quotes and themes on which coders differ: no cell counts them. */
export function countDisputed({ decisions }: Study): number {
  const said = new Map<string, Set<boolean>>();
  for (const { quoteId, themeId, applies } of decisions) {
    const key = JSON.stringify([quoteId, themeId]);
    said.set(key, (said.get(key) ?? new Set()).add(applies));
  }
  return [...said.values()].filter(({ size }) => size > 1).length;
}
