/**
 * The id of a theme by its label: `Explainability purposes!` → `explainability-purposes`; empty where a label has no
 * letters or digits. Vowel signs of Indic scripts are marks, so that these stay.
 */
export function makeThemeId(label: string): string {
  return label
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
