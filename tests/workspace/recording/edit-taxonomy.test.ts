import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Action } from '../../../src/model/action.js';
import { openRecording, performAction } from '../../../src/workspace/recording/recording.js';
import { makeStudy } from '../make-study.js';

/** The same taxonomy as people write it: between braces, deep, shallow, with comments, quotes and long lines. */
const layouts: Readonly<Record<string, string>> = {
  'in lines, with comments': `# Asked of every quote.
dimensions:
  - id: theme
    label: Key themes   # the main ones
    themes:
      # The one that all speak of.
      - id: sleep
        label:   'Sleep'
        description: >-
          How people sleep,
          and for how long.

        keywords: [sleep*,   "wake up", 'a very long phrase that goes on and on', bed, night, rest, dark] # by beginning
        themes:
          - {id: noise, label: "Noise", keywords: [loud]}
          # Lamps and windows.
          - id: light
            label: Light   # both kinds
            examples:
              - The light never goes out. # said twice

              - "It is never dark."
      - id: pay
        label: Pay
        include: |
          Wages,
          tips.
  # Told by the voice.
  - id: voice
    label: What is voiced
    themes:
      - { id: fear, label: Fear }
      - { id: dream, label: Dream }
# The end.
`,
  'four columns deep': `dimensions:
    -   id: theme
        label: Key themes
        themes:
            -   id: sleep
                label: Sleep
                keywords:
                    - sleep*
                    - wake up
                themes:
                    -   id: noise
                        label: Noise
                    -   id: light
                        label: Light
            -   id: pay
                label: Pay
    -   id: voice
        label: What is voiced
        themes:
            -   id: fear
                label: Fear
            -   id: dream
                label: Dream
`,
  'lists under their keys': `dimensions:
- label: Key themes
  id: theme
  themes:
  - label: Sleep
    id: sleep
    keywords: [ sleep*, wake up ]
    themes:
    - label: Noise
      id: noise
    - { label: Light, id: light }
  - { label: Pay, id: pay, description: "What one gets: money, time, thanks, and whatever else people name" }
- { id: voice, label: What is voiced, themes: [ { id: fear, label: Fear }, { id: dream, label: Dream } ] }`,
};

function edit(taxonomy: string, ...actions: readonly Action[]): string {
  const folder = makeStudy({ 'taxonomy.yaml': taxonomy });
  actions.reduce(
    (recording, action, at) =>
      performAction(recording, {
        request: { id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`, action },
        coder: 'ana',
        at: '2026-04-02T09:14:20Z',
      }).recording,
    openRecording(folder),
  );
  return readFileSync(join(folder, 'taxonomy.yaml'), 'utf8');
}

const describeTheme = (theme: string, fields: Extract<Action, { kind: 'edit-theme' }>['fields']): Action => ({
  kind: 'edit-theme',
  theme,
  fields,
});
const move = (theme: string, dimension: string, parent: string | null, position: number): Action => ({
  ...{ kind: 'move-theme', theme, dimension, parent, position },
});

/** Lines of one text that the other lacks. */
function listGone(before: string, after: string): readonly string[] {
  const left = after.split('\n');
  return before.split('\n').filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const countTrimmed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== 'themes:')
    .sort();

const ids = ['sleep', 'noise', 'light', 'pay', 'fear', 'dream'] as const;

describe.each(Object.entries(layouts))('an edit of a taxonomy %s', (_, taxonomy) => {
  it('changes the line of the label alone where a theme is renamed', () => {
    for (const id of ids) {
      const edited = edit(taxonomy, describeTheme(id, { label: 'Zest: a "new" one' }));
      expect(listGone(taxonomy, edited), id).toHaveLength(1);
      expect(listGone(edited, taxonomy), id).toHaveLength(1);
      expect(listGone(edited, taxonomy)[0]).toContain('Zest');
    }
  });

  it('gives the file back to the byte when a renaming is undone', () => {
    // What was in quotes that nothing needs stays in quotes.
    for (const id of ids)
      expect(edit(taxonomy, describeTheme(id, { label: 'Zest' }), { kind: 'undo' })).toBe(taxonomy);
  });

  it('leaves every line of other themes where any field is edited', () => {
    const anyFields = fc.record(
      {
        description: fc.constantFrom('', 'One.', 'Two\nlines.', '# no comment'),
        include: fc.constantFrom('', 'a: b'),
        keywords: fc.subarray(['sleep*', 'wake up', 'bed', 'new, and odd', '=Word'], { minLength: 0 }),
        examples: fc.subarray(['The light never goes out.', 'It is never dark.', 'Oh?']),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.constantFrom(...ids), anyFields, (id, fields) => {
        const edited = edit(taxonomy, describeTheme(id, fields));
        const others = ids.filter((other) => other !== id);
        const gone = listGone(taxonomy, edited).join('\n');
        if (!/themes: \[/.test(gone)) for (const other of others) expect(gone).not.toContain(`id: ${other}`);
        for (const comment of taxonomy.match(/^ *# .*$/gm) ?? []) expect(edited).toContain(comment);
      }),
      { numRuns: 40 },
    );
  });

  it('moves a theme with its lines, and leaves all others', () => {
    for (const [theme, parent, position] of [
      ['pay', null, 0],
      ['pay', 'sleep', 1],
      ['light', null, 0],
      ['light', 'pay', 0],
    ] as const) {
      const edited = edit(taxonomy, move(theme, 'theme', parent, position));
      // A theme between braces that gets its first child is opened into lines; all else only moves.
      if (parent !== 'pay' || !taxonomy.includes('{ label: Pay'))
        expect(countTrimmed(edited)).toEqual(countTrimmed(taxonomy));
      expect(parse(edited)).not.toEqual(parse(taxonomy));
    }
  });

  it('takes away the lines of a theme alone', () => {
    const edited = edit(taxonomy, { kind: 'remove-theme', theme: 'noise' });
    expect(listGone(taxonomy, edited).every((line) => /noise/i.test(line))).toBe(true);
    expect(listGone(edited, taxonomy)).toEqual([]);
  });

  it('merges two themes and touches no others', () => {
    const edited = edit(taxonomy, { kind: 'merge-themes', from: 'noise', into: 'light' });
    expect(listGone(taxonomy, edited).every((line) => /noise|light/i.test(line))).toBe(true);
  });
});

describe('an edit of a taxonomy', () => {
  it('keeps a byte order mark and the line ends of Windows', () => {
    const taxonomy = `\uFEFF${layouts['in lines, with comments']?.replaceAll('\n', '\r\n')}`;
    const folder = makeStudy({ 'taxonomy.yaml': '' });
    writeFileSync(join(folder, 'taxonomy.yaml'), taxonomy);
    const edited = edit(taxonomy, describeTheme('fear', { label: 'Worry' }));
    expect(edited).toBe(taxonomy.replace('label: Fear', 'label: Worry'));
  });

  it('adds a theme in lines of its own, and a dimension where there is none', () => {
    const taxonomy = layouts['in lines, with comments'] ?? '';
    const theme = { dimension: 'theme', parent: 'pay', fields: { label: 'Tips', keywords: ['tip*'] } };
    const edited = edit(taxonomy, { kind: 'create-theme', theme, quotes: [] });
    expect(listGone(taxonomy, edited)).toEqual([]);
    expect(listGone(edited, taxonomy).map((line) => line.trim())).toEqual([
      'themes:',
      '- id: tips',
      'label: Tips',
      'keywords:',
      '- tip*',
    ]);
  });
});
