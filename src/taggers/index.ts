import { keywordTagger } from './keyword.js';
import { learnedTagger } from './learned.js';
import type { Tagger } from './tagger.js';

/** Every tagger there is. A new one is a file beside this and a line here. */
export const taggers: readonly Tagger[] = [keywordTagger, learnedTagger];
