import type { Strength } from '../../model/suggestion.js';

/** From which number on a suggestion is strong, and from which on medium. */
export type Bands = { readonly strong: number; readonly medium: number };

/** Above both numbers of the bands it is strong, above the lower one medium, else weak. */
export function rateStrength(value: number, { strong, medium }: Bands): Strength {
  if (value >= strong) return 'strong';
  return value >= medium ? 'medium' : 'weak';
}
