import type { Language } from '../../model/settings.js';
import type { Span } from '../../model/span.js';
import { STOP_WORDS } from '../../text/stop-words/index.js';
import type { NameHint, StudyWords } from '../identifier.js';
import { allowedWords } from '../words/allow-list.js';
import {
  followsDateCue,
  followsIntroduction,
  followsOwnName,
  followsPlaceCue,
  followsTimeCue,
  hasOrganisationCue,
  leadingWords,
  namesOrganisation,
  openers,
} from '../words/cue-words.js';
import type { Dictionary } from '../words/dictionary.js';
import type { Run } from './join-runs.js';
import { readKey } from './read-key.js';
import type { Capital } from './scan-capitals.js';

export type JudgedText = {
  readonly text: string;
  readonly study: StudyWords;
  readonly dictionary: Dictionary;
};

/** UTF-16 units of a sentence that the tagger reads. */
const LONGEST_SENTENCE = 160;

const functionWords = new Map<Language, ReadonlySet<string>>();
const plainWords = new Map<Language, ReadonlySet<string>>();

function listFunctionWords(language: Language): ReadonlySet<string> {
  const known = functionWords.get(language);
  if (known !== undefined) return known;
  const words = STOP_WORDS[language];
  const made = new Set([...words.functionWords, ...words.negations, ...words.fillers]);
  functionWords.set(language, made);
  return made;
}

/** Function words of a language, and words that open English sentences: never a name there. */
export function listPlainWords(language: Language): ReadonlySet<string> {
  const known = plainWords.get(language);
  if (known !== undefined) return known;
  const made = new Set([...listFunctionWords(language), ...(language === 'en' ? openers : [])]);
  plainWords.set(language, made);
  return made;
}

/** The words of a run that are a name, or none. */
export function judgeRun(run: Run, judged: JudgedText): readonly Capital[] {
  const [first, ...rest] = run.words;
  const isDropped =
    first.opens &&
    !run.titled &&
    !beginsName(first, findSolid(rest, judged), judged) &&
    !beginsOrganisation(run.words, judged);
  const words = trimEnds(isDropped ? rest : run.words, judged);
  if (words.length === 0 || run.titled || !isOrdinary(words, judged)) return words;
  return isNamedSo(words, judged) ? words : [];
}

/** `Of` in "Ministry Of Agriculture" says nothing of what it joins. */
function findSolid(words: readonly Capital[], { study }: JudgedText): Capital | undefined {
  return words.find(({ key }) => !listPlainWords(study.language).has(key));
}

/** Whether a word at the start of a sentence belongs to a name although any word has a capital there. */
function beginsName(word: Capital, next: Capital | undefined, judged: JudgedText): boolean {
  const { study, dictionary, text } = judged;
  const { key } = word;
  if (study.known.has(key)) return true;
  if (text[word.end] === '&') return true;
  if (listPlainWords(study.language).has(key)) return isGivenName(word, next, judged);
  if (word.isMixed && !allowedWords.has(key)) return true;
  const isCommon = study.language === 'en' && dictionary.words.has(key);
  if (!isCommon) return dictionary.names.has(key) || !study.lowerCase.has(key) || study.capitalised.has(key);
  if (word.shouts && !dictionary.names.has(key))
    return next?.shouts === true && !dictionary.words.has(next.key);
  if (study.capitalised.has(key) && !study.lowerCase.has(key)) return true;
  // "Lending Club is": two capitals in a row are seldom chance, unless the second would have one anyway.
  if (next !== undefined && !isAllowed(next) && !isLetterOrCode(next)) return !leadsOn(word, next, judged);
  if (!dictionary.names.has(key)) return false;
  return (
    study.startsWithProperNoun?.(cutSentence(text, word.start)) ??
    (next !== undefined && dictionary.names.has(key))
  );
}

/** Function words that are given names too: "Will Smith came" is one person, "Will Martin come?" is none. */
const givenToo = new Set(['will', 'may']);

function isGivenName(
  { key, start }: Capital,
  next: Capital | undefined,
  { text, study, dictionary }: JudgedText,
): boolean {
  if (study.language !== 'en' || !givenToo.has(key)) return false;
  if (next === undefined || dictionary.words.has(next.key)) return false;
  if (isAllowed(next) || isLetterOrCode(next)) return false;
  return !cutSentence(text, start).endsWith('?');
}

/** Whether an everyday word stands before a name by chance: "Ask Rosa" is Rosa, "New York" and "Lending Club" are whole. */
function leadsOn({ key, start }: Capital, next: Capital, { text, study, dictionary }: JudgedText): boolean {
  const isCommon = dictionary.words.has(next.key);
  if (dictionary.names.has(key) && !leadingWords.has(key)) return false;
  if (leadingWords.has(key)) return !isCommon || dictionary.names.has(next.key);
  return !isCommon && study.startsWithProperNoun?.(cutSentence(text, start)) === false;
}

/** Fewer words that end like an organisation are its kind alone: "Design Partners". */
const FEWEST_IN_ORGANISATION = 3;

/** Whether the last word says that all are one name, however common they are: "Universal Design Partners". */
function beginsOrganisation(words: readonly Capital[], { text, study }: JudgedText): boolean {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length < FEWEST_IN_ORGANISATION) return false;
  if (!namesOrganisation(text.slice(last.start, last.end))) return false;
  if (standsAlone(text, { start: first.start, end: last.end })) return true;
  return !listPlainWords(study.language).has(first.key) && !leadingWords.has(first.key);
}

/** Whether nothing else is in the line. */
const standsAlone = (text: string, { start, end }: Span) =>
  /(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(text.slice(Math.max(0, start - 20), start)) &&
  /^\.?[ \t]*(?:\n|$)/u.test(text.slice(end, end + 20));

function cutSentence(text: string, start: number): string {
  const cut = text.slice(start, start + LONGEST_SENTENCE);
  const end = cut.search(/[.!?\n]/u);
  return end < 0 ? cut : cut.slice(0, end + 1);
}

/** Without function words, and without roles and days before a person's name: "Product Manager Priya" is Priya. */
function trimEnds(words: readonly Capital[], judged: JudgedText): readonly Capital[] {
  const isSolid = (word: Capital) => word.key !== 'i' && !isTrimmed(word, words.length > 1, judged);
  const from = words.findIndex(isSolid);
  const kept = from < 0 ? [] : words.slice(from, words.findLastIndex(isSolid) + 1);
  const person = kept.findIndex((word, index) => !isTitleOrDay(word, kept[index + 1], judged));
  const isPerson = person > 0 && !judged.dictionary.words.has(kept[person]?.key ?? '');
  return isPerson ? kept.slice(person) : kept;
}

/**
 * Whether a word at an end of a run is a function word. Beside others, one that is a given name ("And Will Grace came") or an
 * everyday word ("Super City") has its capital inside a sentence for a reason.
 */
function isTrimmed({ key, end, opens, isTitle }: Capital, isBeside: boolean, judged: JudgedText): boolean {
  const { text, study, dictionary } = judged;
  if (key === 'the' || text[end] === '&' || study.known.has(key)) return false;
  if (!listPlainWords(study.language).has(key)) return false;
  if (!isBeside) return true;
  const isEveryday = study.language === 'en' && !listFunctionWords('en').has(key);
  return !dictionary.names.has(key) && !(isEveryday && isTitle && !opens);
}

/** `April` and `May` are given names too, but not in "last April". */
function isTitleOrDay({ key, start }: Capital, next: Capital | undefined, judged: JudgedText): boolean {
  const kind = allowedWords.get(key);
  if (kind !== 'calendar') return kind === 'role';
  const { text, dictionary } = judged;
  const isBeside = next !== undefined && !dictionary.words.has(next.key) && !isAllowed(next);
  return !dictionary.names.has(key) || (isBeside ? followsDateCue : followsTimeCue)(text, start);
}

/** Whether all words of a run are on the shared lists, or say nothing where they stand beside one that is. */
function isOrdinary(words: readonly Capital[], { text, study, dictionary }: JudgedText): boolean {
  const isCommon = ({ key }: Capital) =>
    study.language === 'en' &&
    dictionary.words.has(key) &&
    study.lowerCase.has(key) &&
    !dictionary.names.has(key);
  const [first] = words;
  if (words.length === 1 && first !== undefined) {
    const saysNothing = isCommon(first) && (first.opens || leadingWords.has(first.key));
    return !study.known.has(first.key) && (isAllowed(first) || isLetterOrCode(first) || saysNothing);
  }
  const kinds = words.map(({ key }) => allowedWords.get(key));
  if (text[words[0]?.end ?? 0] === '&')
    return allowedWords.has(readKey(text.slice(words[0]?.start, words.at(-1)?.end)));
  if (words.every((word) => isAllowed(word) || isLetterOrCode(word))) return true;
  if (namesOrganisation(text.slice(words[0]?.start, words.at(-1)?.end))) return false;
  const hasAnchor = kinds.some((kind) => kind !== undefined && kind !== 'peoples' && kind !== 'calendar');
  return (
    hasAnchor &&
    words.every((word, index) => kinds[index] !== undefined || isCommon(word) || isLetterOrCode(word))
  );
}

/** Also plurals (`APIs`) and compounds (`JavaScript-React`); `Ma` is a name where `MA` is a degree. */
function isAllowed({ key, isTitle }: Capital): boolean {
  const kind = allowedWords.get(key);
  if (kind !== undefined) return (kind !== 'abbreviation' && kind !== 'employer') || !isTitle;
  if (listPlainWords('en').has(key)) return true;
  if (key.endsWith('s') && allowedWords.get(key.slice(0, -1)) === 'abbreviation') return true;
  return key.includes('-') && key.split('-').every((part) => allowedWords.has(part));
}

/** `A`, `Q3`, `V8`, `P07`: letters and codes, not names. */
const isLetterOrCode = ({ key, shouts }: Capital) =>
  (shouts || key.length < 3) && /^(?:\p{L}|\p{L}{1,2}\d{1,3}\p{L}?|\d+\p{L}{1,2})$/u.test(key);

/** A well-known company is no secret, but that somebody works there is; and a given name may be a month's. */
function isNamedSo(words: readonly Capital[], { text, dictionary }: JudgedText): boolean {
  const start = words[0]?.start ?? 0;
  const kinds = words.map(({ key }) => allowedWords.get(key));
  const isEmployer = words.length > 1 || kinds.includes('product') || kinds.includes('employer');
  if (isEmployer && hasOrganisationCue(text, { start, end: words.at(-1)?.end ?? start })) return true;
  if (kinds.includes('calendar') && followsPerson(text, start, dictionary)) return true;
  const mayBeGiven = kinds.includes('product') || kinds.includes('calendar');
  return mayBeGiven && words.every(({ key }) => dictionary.names.has(key)) && followsOwnName(text, start);
}

/** Whether a month is one of several people: "Evan and April". */
function followsPerson(text: string, start: number, { names, words }: Dictionary): boolean {
  const before = /(\p{Lu}\p{Ll}+),? and $/u.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  const key = before?.toLowerCase() ?? '';
  return names.has(key) && !words.has(key) && !allowedWords.has(key);
}

/** What the words in and before a name hint at. */
export function guessHint(
  { start, end, titled }: { readonly start: number; readonly end: number; readonly titled: boolean },
  { text }: JudgedText,
): NameHint | undefined {
  if (titled || followsIntroduction(text, start)) return 'person';
  if (namesOrganisation(text.slice(start, end)) || hasOrganisationCue(text, { start, end }))
    return 'organisation';
  return followsPlaceCue(text, start) ? 'place' : undefined;
}
