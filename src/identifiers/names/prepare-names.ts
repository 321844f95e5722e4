import type { StudyWords } from '../identifier.js';
import { learnWords, type StudyTexts } from './learn-words.js';
import { loadTagger } from './load-tagger.js';

/** What a study's texts tell about its words, with the tagger where there is one for its language: English only. */
export async function prepareNames(texts: Omit<StudyTexts, 'startsWithProperNoun'>): Promise<StudyWords> {
  return learnWords({
    ...texts,
    ...(texts.language === 'en' ? { startsWithProperNoun: await loadTagger() } : {}),
  });
}
