import { describe, expect, it } from 'vitest';
import { patterns } from '../../src/reporting/patterns.js';
import { renderPages } from './render-pages.js';
import { emptyInput, gardenInput } from './sample-inputs.js';

const garden = gardenInput.findPatterns();

describe('the patterns report', () => {
  it('says before any number that the participants were chosen and not drawn', () => {
    for (const format of ['md', 'html'] as const) {
      const text = renderPages(patterns, format, gardenInput)[0]?.text ?? '';
      const [caveat, number] = ['chosen, not drawn at random', 'How many voice each theme</h2>'];
      expect(text).toContain(caveat);
      if (format === 'html') expect(text.indexOf(caveat)).toBeLessThan(text.indexOf(number));
    }
  });

  it('prints each chart as a picture with its numbers in HTML, and in words and numbers in Markdown', () => {
    const [html] = renderPages(patterns, 'html', gardenInput);
    const drawn = [...gardenInput.figures].filter(([set]) => patterns.figures?.includes(set));
    for (const { id, svg, label } of drawn.flatMap(([, figures]) => figures)) {
      if (svg !== undefined) expect(html?.text).toContain(`id="${id}" role="img"`);
      expect(html?.text).toContain(label);
    }
    const [markdown] = renderPages(patterns, 'md', gardenInput);
    expect(markdown?.text).not.toContain('<svg');
    expect(markdown?.text).toContain('| Carrying the garden alone | 6 | 7 |');
  });

  it('keeps drawings out of its data', () => {
    expect(JSON.stringify(patterns.build(gardenInput))).not.toContain('<svg');
  });

  it('says why there is nothing to draw', () => {
    expect(renderPages(patterns, 'html', emptyInput)[0]?.text).toContain('No theme has been counted');
  });

  it('names behind each pair of themes the quotes that may be printed, and counts the others', () => {
    const cell = garden.coOccurrence.find(({ unit }) => unit === 'interview')?.cells[0];
    const [first = '', ...others] = cell?.quoteIds ?? [];
    const publishable = new Map([...gardenInput.publishable].filter(([id]) => id !== first));
    const printable = others.filter((id) => publishable.has(id));
    expect(printable.length).toBeGreaterThan(1);
    const data = patterns.build({ ...gardenInput, publishable });
    const unlisted = 1 + others.length - printable.length;
    expect(data).toMatchObject({
      pairs: expect.arrayContaining([
        expect.objectContaining({ unit: 'interview', quotes: printable, unlisted }),
      ]),
    });
    const sheet = patterns.listSheets?.(data).find(({ name }) => name === 'Quotes behind pairs');
    expect(sheet?.rows.map((row) => row[5])).toContain(printable.join(' '));
  });

  it('says in words what the curve marks: when codebook or guide were changed', () => {
    const marks = [
      { n: 0, label: 'codebook changed' },
      { n: 2, label: 'guide changed: one more question' },
    ];
    const saturation = { ...garden.saturation, marks };
    const input = { ...gardenInput, findPatterns: () => ({ ...garden, saturation }) };
    const [markdown] = renderPages(patterns, 'md', input);
    expect(markdown?.text).toContain('Before the first interview: codebook changed.');
    expect(markdown?.text).toContain('After interview 2: guide changed: one more question.');
  });

  it('never says of an interval that it holds for anybody else', () => {
    const [markdown] = renderPages(patterns, 'md', gardenInput);
    expect(markdown?.text).toContain('Nobody was drawn here');
    expect(markdown?.text).not.toMatch(/significan|population|likely|confidence/i);
  });
});
