import type { Language } from '../../model/settings.js';
import { foldWord } from '../../text/tokenise.js';

/**
 * What may go from a quotation where the study allows it. Narrower than the fillers of `text/stop-words`: what hedges
 * ("sort of", "I guess"), agrees ("yeah", "mhm") or denies is left to the speaker.
 */
export type RemovableFillers = {
  /** Sounds that mean nothing, wherever they stand. */
  readonly hesitations: ReadonlySet<string>;
  /** Words that mean nothing only where signs set them off on both sides: `I, like, slept`, and never `I like it`. */
  readonly asides: ReadonlySet<string>;
  /** Words of the longest aside. */
  readonly longest: number;
};

type Lists = { readonly hesitations: string; readonly asides: readonly string[] };

const lists: Readonly<Record<Language, Lists>> = {
  en: {
    hesitations: 'um umm uh uhh uhm erm er eh hm hmm',
    asides: ['like', 'well', 'you know', 'you see', 'i mean'],
  },
  de: {
    hesitations: 'äh ähm öh öhm hm',
    asides: ['naja', 'na ja', 'tja', 'weißt du', 'sag ich mal', 'ich mein'],
  },
  es: { hesitations: 'eh em mmm', asides: ['pues', 'bueno', 'este', 'o sea', 'sabes'] },
  fr: {
    hesitations: 'euh heu hum',
    asides: ['ben', 'bah', 'hein', 'bon', 'tu sais', 'vous savez', 'tu vois'],
  },
  it: { hesitations: 'eh ehm uhm', asides: ['ecco', 'beh', 'diciamo', 'sai'] },
  nl: { hesitations: 'eh ehm uh uhm hm', asides: ['nou', 'weet je', 'zeg maar'] },
  no: { hesitations: 'eh øh øhm hm', asides: ['liksom', 'altså', 'du vet'] },
  pt: { hesitations: 'eh hum hã', asides: ['né', 'bom', 'tipo', 'sabe'] },
  ru: { hesitations: 'э ээ эм', asides: ['ну', 'вот', 'типа', 'как бы', 'так сказать'] },
  sv: { hesitations: 'eh öh öhm hm', asides: ['liksom', 'alltså', 'typ', 'du vet'] },
};

/** The fillers of a language, folded as words are. */
export function listRemovableFillers(language: Language): RemovableFillers {
  const { hesitations, asides } = lists[language];
  return {
    hesitations: new Set(hesitations.split(' ').map(foldWord)),
    asides: new Set(asides.map((aside) => aside.split(' ').map(foldWord).join(' '))),
    longest: Math.max(...asides.map((aside) => aside.split(' ').length)),
  };
}
