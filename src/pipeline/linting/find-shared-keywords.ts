import type { Language } from '../../model/settings.js';
import type { Theme } from '../../model/theme.js';
import { groupBy } from '../../reporting/coding/group-by.js';
import { stemWord } from '../../text/stem.js';
import { findWords, foldWord } from '../../text/tokenise.js';

export type SharedKeyword = { readonly keyword: string; readonly themes: readonly Theme[] };

/** Keywords that several themes under the same parent have, as the first of them writes it. */
export function findSharedKeywords(themes: readonly Theme[], language: Language): readonly SharedKeyword[] {
  const families = groupBy(themes, ({ dimension, parentId }) => JSON.stringify([dimension, parentId]));
  return [...families.values()].flatMap((siblings) => {
    const uses = siblings.flatMap((theme) => theme.keywords.map((keyword) => ({ theme, keyword })));
    const byMeaning = groupBy(uses, ({ keyword }) => unifyKeyword(keyword, language));
    return [...byMeaning.values()].flatMap((same): readonly SharedKeyword[] => {
      const holders = [...new Set(same.map(({ theme }) => theme))];
      return holders.length < 2 ? [] : [{ keyword: same[0]?.keyword ?? '', themes: holders }];
    });
  });
}

/** The same for keywords that match the same: words by stem, the signs `=`, `*` and `~3` as they are. */
function unifyKeyword(keyword: string, language: Language): string {
  const text = keyword.trim();
  if (text.startsWith('=')) return text;
  return text
    .split(/\s+/u)
    .map((piece) => {
      if (piece.startsWith('~') || piece.endsWith('*')) return foldWord(piece);
      return findWords(piece)
        .map(({ start, end }) => stemWord(foldWord(piece.slice(start, end)), language))
        .join(' ');
    })
    .join(' ');
}
