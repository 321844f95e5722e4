import { describe, expect, it } from 'vitest';
import { article } from '../../src/reporting/article.js';
import { buildInput } from './build-input.js';
import { gardenInput } from './sample-inputs.js';

describe('the article', () => {
  it('numbers the themes of the first dimension in the order of the taxonomy, and leaves the voices out', () => {
    expect(article.build(gardenInput)).toMatchObject({
      themes: [
        { number: 1, id: 'carrying' },
        { number: 2, id: 'handing-over' },
        { number: 3, id: 'neighbours' },
        { number: 4, id: 'worth' },
      ],
    });
  });

  it('lets each participant speak once under a theme', () => {
    // P01 was picked twice for this theme
    expect(article.build(gardenInput)).toMatchObject({
      themes: expect.arrayContaining([
        expect.objectContaining({
          id: 'carrying',
          people: [
            expect.objectContaining({ participant: 'P01' }),
            expect.objectContaining({ participant: 'P03' }),
          ],
        }),
      ]),
    });
  });

  it('leaves out a theme of which there is nothing to tell', () => {
    const input = buildInput({
      settings: { name: 'S' },
      dimensions: [{ id: 'theme', label: 'Themes' }],
      themes: [{ id: 'silent' }, { id: 'asked' }],
      participants: [],
      interviews: {},
      memos: [{ themeId: 'asked', commentary: ' ', questions: ['Who\n  else?'] }],
    });
    const data = article.build(input);
    expect(data).toMatchObject({
      themes: [{ number: 1, id: 'asked', people: [], questions: ['Who else?'] }],
    });
    expect(JSON.stringify(data)).not.toContain('commentary');
  });
});
