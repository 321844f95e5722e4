import type { Memo } from '../../model/memo.js';

/** A heading for questions in each language of a study. */
const questionsHeading =
  /^#{1,6}\s+(?:questions?|fragen|preguntas|domande|vragen|spørsmål|perguntas|вопросы|frågor)(?![\p{L}\p{N}])/iu;
const anyHeading = /^#{1,6}\s/;
const listItem = /^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s+(.*)$/;
const codeFence = /^\s{0,3}(?:```|~~~)/;

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

/** The memo that a text holds; nothing where it says nothing. */
export function readMemoText(themeId: string, text: string): Memo | undefined {
  const memo = { themeId, ...parseMemo(text) };
  return memo.commentary === '' && memo.questions.length === 0 ? undefined : memo;
}
