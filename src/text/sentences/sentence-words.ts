import type { Language } from '../../model/settings.js';

/** What tells where a spoken sentence ends, beside its punctuation. All words are folded (see `foldWord`). */
export type SentenceWords = {
  /** Written with a full stop that ends no sentence, without that stop. */
  readonly abbreviations: ReadonlySet<string>;
  /** Whether a full stop after one or two digits makes an ordinal ("am 3. März"). */
  readonly dottedOrdinals: boolean;
  /** Words with which a new thought begins in the middle of a long run of speech. */
  readonly joints: ReadonlySet<string>;
  /** Short questions that belong to the sentence before them ("…, right?"). */
  readonly tags: ReadonlySet<string>;
};

const listPhrases = (phrases: string): ReadonlySet<string> =>
  new Set(phrases.split(/[\n,]/u).flatMap((phrase) => phrase.trim() || []));
const listWords = (words: string): ReadonlySet<string> => new Set(words.split(' '));

function describe(
  abbreviations: string,
  joints: string,
  { tags, dottedOrdinals = false }: { readonly tags: string; readonly dottedOrdinals?: boolean },
): SentenceWords {
  return {
    abbreviations: listWords(abbreviations),
    joints: listWords(joints),
    tags: listPhrases(tags),
    dottedOrdinals,
  };
}

export const SENTENCE_WORDS: Readonly<Record<Language, SentenceWords>> = {
  en: describe(
    'dr mr mrs ms mx prof rev hon st vs e.g i.e eg ie cf approx dept est gen capt sgt jr sr',
    'and but so because then or which whereas although',
    {
      tags: 'right, you know, you see, yeah, okay, ok, no, isn’t it, is it, don’t you, do you, does it, doesn’t it, know what i mean, you know what i mean'.replaceAll(
        '’',
        "'",
      ),
    },
  ),
  de: describe(
    'dr hr fr prof dipl ing z.b u.a d.h bzw ca evtl ggf inkl vgl str st sog o.ä v.a z.t i.d.r mind max min abs bspw',
    'und aber also weil dann denn oder sondern obwohl deshalb',
    {
      tags: 'oder, ne, nicht, nicht wahr, gell, ja, weißt du, wissen sie, verstehen sie, oder nicht',
      dottedOrdinals: true,
    },
  ),
  es: describe(
    'sr sra srta dr dra ud uds p.ej ej núm etc prof av',
    'y pero entonces porque luego o aunque así',
    { tags: 'no, verdad, sabes, eh, vale, entiendes, cierto' },
  ),
  fr: describe('m mm mme mlle dr pr st ste p.ex ex env cf av n', 'et mais donc parce alors puis ou quand', {
    tags: 'non, hein, quoi, tu vois, vous voyez, tu sais, vous savez, n’est-ce pas, d’accord'.replaceAll(
      '’',
      "'",
    ),
  }),
  it: describe(
    'sig sig.ra sig.na dott dott.ssa dr prof ing avv es p.es ecc pag n',
    'e ma quindi perché allora poi o però',
    { tags: 'no, vero, giusto, sai, capisci, eh, ok' },
  ),
  nl: describe(
    'dr dhr mevr mw prof ir ing bijv bv d.w.z o.a m.a.w ca vgl st',
    'en maar dus want omdat toen of daarna',
    { tags: 'hè, toch, weet je, niet, niet waar, ja, snap je' },
  ),
  no: describe('dr prof hr fr f.eks bl.a dvs ca kl pga mht jf evt', 'og men så fordi da for eller derfor', {
    tags: 'ikke sant, sant, ikke, vet du, ja, skjønner du',
    dottedOrdinals: true,
  }),
  pt: describe('sr sra dr dra prof profa exmo p.ex ex núm av', 'e mas então porque depois ou embora daí', {
    tags: 'né, não é, não, sabe, certo, entende, tá',
  }),
  ru: describe(
    'г гг ул т.е т.к т.д т.п т.н др напр см стр им проф руб тыс млн',
    'и но а потому поэтому потом или хотя',
    { tags: 'да, нет, правда, понимаете, знаете, так, верно, не так ли' },
  ),
  sv: describe(
    'dr prof hr fr t.ex bl.a d.v.s dvs ca kl pga jfr ev s.k',
    'och men så för eftersom sedan eller därför',
    { tags: 'eller hur, va, inte sant, vet du, ja, eller' },
  ),
};
