import { describe, expect, it } from 'vitest';
import { parseMemo, readMemos } from '../../src/workspace/read-memos.js';
import { makeFolder } from './make-study.js';

describe('parseMemo', () => {
  it('list items under a heading for questions are questions, everything else is commentary', () => {
    const text =
      '# Sleep\n\nNobody sleeps.\n\n## Questions\n\nAsk them slowly.\n\n- When?\n* Where,\n  if at all?\n2. Why?\n\n## Afterwards\n\n- a list\n';
    expect(parseMemo(text)).toEqual({
      commentary: '# Sleep\n\nNobody sleeps.\n\n\nAsk them slowly.\n\n\n## Afterwards\n\n- a list',
      questions: ['When?', 'Where, if at all?', 'Why?'],
    });
  });

  it.each(['## QUESTIONS', '# Questions to ask yourself', '### Fragen', '## Вопросы к себе', '## Spørsmål:'])(
    '"%s" is a heading for questions',
    (heading) => {
      expect(parseMemo(`${heading}\n- One?\n`)).toEqual({ commentary: '', questions: ['One?'] });
    },
  );

  it.each(['## Questionable claims', 'Questions', '## Further questions'])(
    '"%s" is no heading for questions',
    (line) => {
      expect(parseMemo(`${line}\n- One?`)).toEqual({ commentary: `${line}\n- One?`, questions: [] });
    },
  );

  it('a heading inside code is code', () => {
    const text = '```\n## Questions\n- not one\n```';
    expect(parseMemo(text)).toEqual({ commentary: text, questions: [] });
  });
});

describe('readMemos', () => {
  it('leaves out memos that say nothing', () => {
    const folder = makeFolder({
      'memos/sleep.md': '  \n',
      'memos/pay.md': 'Too little.\r\n',
      'memos/.x.md': 'no',
    });
    expect(readMemos(folder, new Set(['sleep', 'pay']))).toEqual({
      value: {
        memos: [{ themeId: 'pay', commentary: 'Too little.', questions: [] }],
        texts: new Map([['pay', 'Too little.\n']]),
      },
      notices: [],
    });
  });
});
