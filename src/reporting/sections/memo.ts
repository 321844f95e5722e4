import { z } from 'zod';
import type { Memo } from '../../model/memo.js';
import type { Study } from '../../model/study.js';
import { markdownSchema } from '../contract/data-shape.js';

/** The researcher's commentary: fields of a theme in a contract. */
export const memoFields = {
  commentary: markdownSchema
    .optional()
    .describe('the memo on the theme, Markdown; missing where there is none'),
  questions: z.array(markdownSchema).describe('questions to go with it, one line of Markdown each'),
};

/** The memo of a theme by its id; what is not written is not there. */
export function createMemoReader({ memos }: Pick<Study, 'memos'>): (themeId: string) => {
  commentary?: string;
  questions: string[];
} {
  const byTheme = new Map<string, Memo>(memos.map((memo) => [memo.themeId, memo]));
  return (themeId) => {
    const memo = byTheme.get(themeId);
    const commentary = memo?.commentary.trim() ?? '';
    return {
      ...(commentary === '' ? {} : { commentary }),
      questions: (memo?.questions ?? []).map((question) => question.replace(/\s+/g, ' ').trim()),
    };
  };
}
