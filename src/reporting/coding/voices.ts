import { z } from 'zod';
import type { Dimension, Taxonomy, Theme } from '../../model/theme.js';
import { tallyFields } from '../contract/tally.js';
import { type Coding, tallyQuotes } from './group-taggings.js';

/** Id of the dimension that says how a quote speaks (a dream, a fear …), not what it is about. */
const VOICE_DIMENSION = 'voice';

const voiceFields = {
  id: z.string(),
  label: z.string(),
  number: z.int().min(1).describe('its place among the voices, from 1: for a look of its own'),
};

/** A dream, a fear, a pain point, an obstacle, or what else the study calls a voice. */
export const voiceSchema = z.strictObject(voiceFields);
export type Voice = z.infer<typeof voiceSchema>;

export const voiceTallySchema = z.strictObject({ ...voiceFields, ...tallyFields });

/** The voices of a taxonomy in its order. */
export function listVoices({ themes }: Taxonomy): Voice[] {
  return themes
    .filter(({ dimension }) => dimension === VOICE_DIMENSION)
    .map(({ id, label }, index) => ({ id, label, number: index + 1 }));
}

/** The dimensions whose themes say what a quote is about. */
export function listSubjectDimensions({ dimensions }: Taxonomy): Dimension[] {
  return dimensions.filter(({ id }) => id !== VOICE_DIMENSION);
}

/** The themes that say what a quote is about. */
export function listSubjectThemes({ themes }: Taxonomy): Theme[] {
  return themes.filter(({ dimension }) => dimension !== VOICE_DIMENSION);
}

/** The voices in which a theme's quotes speak, with how many quotes and participants; silent voices are not listed. */
export function tallyVoices(theme: Theme, voices: readonly Voice[], coding: Coding) {
  const quoteIds = [...(coding.acceptedUnder.get(theme.id) ?? [])];
  return voices
    .map((voice) => {
      const voiced = coding.accepted.get(voice.id);
      return {
        ...voice,
        ...tallyQuotes(
          quoteIds.filter((id) => voiced?.has(id)),
          coding,
        ),
      };
    })
    .filter(({ quotes }) => quotes > 0);
}
