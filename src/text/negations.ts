import type { Language } from '../model/settings.js';
import { foldWord } from './tokenise.js';

const listWords = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that turn a statement round, by language; as complete as a caution needs, not a grammar. */
const negations: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: listWords(
    'not no never nobody nothing none nor neither nowhere cannot without hardly barely scarcely seldom rarely dont doesnt didnt cant wont isnt wasnt arent werent havent hasnt hadnt wouldnt shouldnt couldnt',
  ),
  de: listWords(
    'nicht nichts nie niemals niemand niemandem niemanden nirgends nirgendwo kein keine keinen keinem keiner keines keins weder ohne kaum nein',
  ),
  es: listWords('no nunca jamás nadie nada ningún ninguna ninguno ni tampoco sin apenas'),
  fr: listWords('ne n non pas jamais rien personne aucun aucune ni sans nul nulle guère'),
  it: listWords('non no mai nessuno nessuna nessun niente nulla né neanche nemmeno neppure senza'),
  nl: listWords('niet niets nooit niemand nergens geen noch zonder nauwelijks nee'),
  no: listWords('ikke ikkje aldri ingen inga intet ingenting verken uten nei neppe'),
  pt: listWords('não nunca jamais ninguém nada nenhum nenhuma nem tampouco sem'),
  ru: listWords('не ни нет никогда никто никого никому ничего ничто нигде никуда нельзя без едва'),
  sv: listWords('inte ej icke aldrig ingen inga inget ingenting varken utan nej knappast'),
};

/** Whether a word, as a text has it, turns a statement round: `not`, `nobody`, `don't`. */
export function isNegation(word: string, language: Language): boolean {
  const folded = foldWord(word);
  if (negations[language].has(folded)) return true;
  if (language === 'en') return folded.endsWith("n't");
  return language === 'fr' && folded.startsWith("n'");
}
