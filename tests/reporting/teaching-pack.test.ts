import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findReport } from '../../src/reporting/index.js';
import { teachingPack } from '../../src/reporting/teaching-pack.js';
import { renderPages } from './render-pages.js';
import { gardenInput } from './sample-inputs.js';

const cardsSchema = z.object({
  cards: z.array(z.object({ number: z.number(), id: z.string(), words: z.string() })),
  themes: z.array(z.object({ label: z.string(), cards: z.array(z.object({ number: z.number() })) })),
});
const read = () => cardsSchema.parse(teachingPack.build(gardenInput));

describe('the teaching pack', () => {
  it('is made for teaching, whatever the others are made for', () => {
    expect(findReport('teaching-pack').use).toBe('teaching');
  });

  it('prints nothing of those who agreed to publication and not to teaching', () => {
    // nobody in the gardens agreed to teaching
    expect(teachingPack.build(gardenInput.forUse('teaching'))).toMatchObject({ cards: [] });
  });

  it('gives every card one number in all editions, and every card stands under one theme', () => {
    const { cards, themes } = read();
    const placed = themes.flatMap((theme) => theme.cards.map(({ number }) => number));
    expect(cards.length).toBeGreaterThan(8);
    expect(placed.toSorted((a, b) => a - b)).toEqual(cards.map(({ number }) => number));
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  });

  it('does not tell the themes to the participants, and tells everybody id and place', () => {
    const { cards, themes } = read();
    for (const format of ['md', 'html'] as const) {
      const pages = renderPages(teachingPack, format, gardenInput);
      const own = pages.find(({ name }) => name === 'teaching-pack-participant')?.text ?? '';
      for (const { label } of themes) expect(own).not.toContain(label);
      for (const { id } of cards) expect(own.replaceAll('\\', '')).toContain(id);
      const key = pages.find(({ name }) => name === 'teaching-pack-facilitator')?.text ?? '';
      for (const { label } of themes) expect(key).toContain(label);
    }
  });

  it('prints the licence where the study names one, and says that there is none where it does not', () => {
    expect(renderPages(teachingPack, 'md', gardenInput).map(({ text }) => text)).toSatisfy(
      (texts: string[]) => texts.every((text) => text.includes('No licence is recorded')),
    );
    const { study } = gardenInput;
    const reports = { ...study.settings.reports, licence: 'CC BY-NC 4.0' };
    const licensed = { ...gardenInput, study: { ...study, settings: { ...study.settings, reports } } };
    expect(teachingPack.build(licensed)).toMatchObject({ licence: 'CC BY-NC 4.0' });
  });
});
