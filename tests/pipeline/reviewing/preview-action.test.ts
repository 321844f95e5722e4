import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/model/action.js';
import { markBase } from '../../../src/model/base.js';
import { previewAction } from '../../../src/pipeline/reviewing/preview-action.js';
import { careless, reviewed } from './build-reviewed.js';

const preview = (action: Action) => previewAction(reviewed, action);
const move = (theme: string, dimension: string, parent: string | null, position: number): Action => ({
  ...{ kind: 'move-theme', theme, dimension, parent, position },
});

describe('previewAction', () => {
  it('says whose decisions move where two themes are merged, and what goes', () => {
    expect(preview({ kind: 'merge-themes', from: 'light', into: 'care' })).toMatchObject({
      quotes: 1,
      decisions: 1,
      lines: [
        '1 decision of ben moves to “Care”.',
        '“Lamp” will stand below “Care”.',
        '“Light” goes, with its description and rules.',
      ],
      refused: '',
    });
  });

  it('counts the decisions that go with a theme', () => {
    expect(preview({ kind: 'remove-theme', theme: 'care' })).toMatchObject({
      quotes: 1,
      decisions: 2,
      lines: ['2 decisions of 2 coders go.', 'The theme “Care” goes.'],
    });
  });

  it('says where a theme goes and what comes along', () => {
    const lines = (action: Action) => preview(action).lines;
    expect(lines(move('light', 'theme', 'care', 0))).toEqual([
      '“Light” moves below “Care”, and “Lamp” below it comes along.',
    ]);
    expect(lines(move('light', 'time', null, 0))).toEqual([
      '“Light” moves to the top of “time”, and “Lamp” below it comes along.',
    ]);
    expect(lines(move('care', 'theme', null, 0))).toEqual(['“Care” becomes number 1 in its list.']);
  });

  it('says that nothing changes where all is so already', () => {
    const action: Action = { kind: 'edit-theme', theme: 'care', fields: { label: 'Care' } };
    expect(preview(action)).toMatchObject({ quotes: 0, lines: ['Nothing changes: it is so already.'] });
  });

  it('tells why an action would be refused, and does not throw', () => {
    expect(preview({ kind: 'remove-theme', theme: 'light' })).toMatchObject({
      lines: [],
      refused: expect.stringContaining('has others below it'),
    });
    expect(preview({ kind: 'decide', quote: 'q_none', theme: 'care', applies: true }).refused).toContain(
      'there is no quote',
    );
  });

  it('names what would be replaced with its marks, and is not put off by older ones', () => {
    const action: Action = {
      kind: 'edit-theme',
      theme: 'light',
      fields: { description: 'What glows.' },
      base: markBase({ description: 'What was there long ago.' }),
    };
    expect(preview(action)).toMatchObject({
      refused: '',
      replaces: [{ field: 'description', now: 'What shines.', next: 'What glows.' }],
      base: markBase({ description: 'What shines.' }),
    });
    expect(preview({ kind: 'decide', quote: careless.id, theme: 'lamp', applies: true }).replaces).toEqual(
      [],
    );
  });
});
