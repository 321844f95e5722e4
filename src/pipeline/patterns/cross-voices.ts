import type { VoicedTheme, VoiceTable } from '../../model/pattern.js';
import type { Theme } from '../../model/theme.js';
import { type Coding, listPeople, listUnder, nameQuotes } from './lay-coding.js';

/**
 * What is dreamt, feared, felt as pain or met as obstacle by theme: the quotes that carry both, and who says them.
 * Themes that have no quotes are left out.
 */
export function crossVoices(coding: Coding): VoiceTable {
  const voiced = coding.voices.map(({ id }) => new Set(listUnder(coding, id)));
  return {
    voices: coding.voices,
    themes: coding.themes
      .filter(({ id }) => listUnder(coding, id).length > 0)
      .map((theme) => crossTheme(theme, voiced, coding)),
  };
}

function crossTheme(
  { id, label }: Theme,
  voiced: readonly ReadonlySet<number>[],
  coding: Coding,
): VoicedTheme {
  const rows = listUnder(coding, id);
  return {
    theme: id,
    label,
    participants: listPeople(rows, coding).size,
    quotes: rows.length,
    unvoiced: rows.filter((row) => !voiced.some((own) => own.has(row))).length,
    voices: coding.voices.map((voice, at) => {
      const both = rows.filter((row) => voiced[at]?.has(row));
      return {
        voice: voice.id,
        label: voice.label,
        participants: listPeople(both, coding).size,
        quotes: both.length,
        quoteIds: nameQuotes(both, coding),
      };
    }),
  };
}
