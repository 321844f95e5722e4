import type { FittedModel } from '../model/fitted-model.js';
import { type TextSuggestion, tagTexts } from '../taggers/portable/tag-texts.js';
import { unpackModel } from '../taggers/portable/unpack-model.js';

export type { TextSuggestion } from '../taggers/portable/tag-texts.js';

/** A fitted model, unpacked once to tag many texts. Keeps nothing of the texts. */
export type PreparedModel = {
  /** What is proposed for one text, best first; spans are in UTF-16 units of that very text. */
  readonly tag: (text: string) => readonly TextSuggestion[];
  /** The same of several at once: quicker than one by one, and no different. */
  readonly tagAll: (texts: readonly string[]) => readonly (readonly TextSuggestion[])[];
};

/** Makes a fitted model ready to tag texts without its study. Throws `ToolkitError` `damaged-model`. */
export function prepareModel(model: FittedModel): PreparedModel {
  const taggers = unpackModel(model);
  return {
    tag: (text) => tagTexts(taggers, [text])[0] ?? [],
    tagAll: (texts) => tagTexts(taggers, texts),
  };
}
