import { describe, expect, it } from 'vitest';
import { voices } from '../../src/reporting/voices.js';
import { gardenInput } from './sample-inputs.js';

describe('the voices report', () => {
  it('asks the question of each voice and counts who answers it, out of who may be counted', () => {
    expect(voices.build(gardenInput)).toMatchObject({
      study: { participants: 7 },
      voices: [
        { id: 'dream', question: 'What do they hope for?', participants: 3, quotes: 3 },
        { id: 'fear', question: 'What keeps them up at night?', participants: 3, quotes: 3 },
        { id: 'pain-point', participants: 5, quotes: 5 },
        { id: 'obstacle', participants: 3, quotes: 3 },
      ],
    });
  });

  it('prints a quote once in a voice, under the most specific of its themes', () => {
    // P04's quote carries both the theme and the one under it
    expect(voices.build(gardenInput)).toMatchObject({
      voices: expect.arrayContaining([
        expect.objectContaining({
          id: 'obstacle',
          themes: [
            expect.objectContaining({ id: 'worth', quotes: 2 }),
            expect.objectContaining({ id: 'handing-over', quotes: 1 }),
          ],
        }),
      ]),
    });
  });

  it('counts a theme with those under it in the table, and leaves a dash where nobody speaks so', () => {
    expect(voices.build(gardenInput)).toMatchObject({
      table: {
        header: ['Theme', 'Dream', 'Fear', 'Pain point', 'Obstacle'],
        rows: expect.arrayContaining([['What it is worth', '1 (1)', '–', '1 (1)', '2 (2)']]),
      },
    });
  });
});
