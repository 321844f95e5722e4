import type { Memo } from '../model/memo.js';
import { askDidYouMean } from './explain-problem.js';
import { listEntries, readText } from './read-file.js';
import { studyFolders } from './study-files.js';
import { tellCaution } from './tell.js';
import { type Reading, tryReading } from './try-reading.js';

/** A heading for questions in each language of a study. */
const questionsHeading =
  /^#{1,6}\s+(?:questions?|fragen|preguntas|domande|vragen|spørsmål|perguntas|вопросы|frågor)(?![\p{L}\p{N}])/iu;
const anyHeading = /^#{1,6}\s/;
const listItem = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s+(.*)$/;
const codeFence = /^\s{0,3}(?:```|~~~)/;

/**
 * Reads `memos/<theme>.md`. A memo of a theme that the taxonomy lacks is told and left out; `themeIds` is absent
 * where the taxonomy cannot be read.
 */
export function readMemos(
  folder: string,
  themeIds: ReadonlySet<string> | undefined,
): Reading<readonly Memo[]> {
  return tryReading<readonly Memo[]>(studyFolders.memos, [], () => {
    const entries = listEntries(folder, studyFolders.memos).filter(
      ({ name, isFolder }) => !isFolder && name.endsWith('.md'),
    );
    const readings = entries.map(({ name }) => readMemo(folder, name, themeIds));
    return {
      value: readings.flatMap(({ value }) => value ?? []),
      notices: readings.flatMap(({ notices }) => notices),
    };
  });
}

function readMemo(
  folder: string,
  name: string,
  themeIds: ReadonlySet<string> | undefined,
): Reading<Memo | undefined> {
  const file = `${studyFolders.memos}/${name}`;
  const themeId = name.slice(0, -'.md'.length).normalize('NFC');
  if (themeIds?.has(themeId) === false) {
    const message = `there is no theme "${themeId}" for this memo${askDidYouMean(themeId, themeIds)}. Name the file after a theme's id, e.g. define-success.md`;
    return { value: undefined, notices: [tellCaution('memo-without-theme', { file }, message)] };
  }
  return tryReading<Memo | undefined>(file, undefined, () => {
    const reading = readText(folder, file) ?? { text: '', notices: [] };
    const memo = { themeId, ...parseMemo(reading.text) };
    const isEmpty = memo.commentary === '' && memo.questions.length === 0;
    return { value: isEmpty ? undefined : memo, notices: reading.notices };
  });
}

/** The list items under a heading such as "Questions" are questions; everything else is commentary. */
export function parseMemo(text: string): Omit<Memo, 'themeId'> {
  const sections = splitSections(text.split('\n')).map(([heading = '', ...lines]) => {
    if (!questionsHeading.test(heading)) return { commentary: [heading, ...lines], questions: [] };
    const { questions, others } = takeListItems(lines);
    return { commentary: others, questions };
  });
  return {
    commentary: sections
      .flatMap(({ commentary }) => commentary)
      .join('\n')
      .trim(),
    questions: sections.flatMap(({ questions }) => questions),
  };
}

/** Cuts before every heading, but not inside code. */
function splitSections(lines: readonly string[]): readonly (readonly string[])[] {
  const sections: string[][] = [[]];
  let inCode = false;
  for (const line of lines) {
    if (codeFence.test(line)) inCode = !inCode;
    if (!inCode && anyHeading.test(line)) sections.push([line]);
    else sections.at(-1)?.push(line);
  }
  return sections;
}

/** An indented line goes on with the item before it. */
function takeListItems(lines: readonly string[]): {
  questions: readonly string[];
  others: readonly string[];
} {
  const questions: string[] = [];
  const others: string[] = [];
  let inItem = false;
  for (const line of lines) {
    const item = listItem.exec(line)?.[1];
    const goesOn: boolean = item === undefined && inItem && /^\s+\S/.test(line);
    inItem = item !== undefined || goesOn;
    if (item !== undefined) questions.push(item.trim());
    else if (goesOn) questions.push(`${questions.pop()} ${line.trim()}`);
    else others.push(line);
  }
  return { questions, others };
}
