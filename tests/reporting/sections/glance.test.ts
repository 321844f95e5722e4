import { describe, expect, it } from 'vitest';
import { groupTaggings } from '../../../src/reporting/coding/group-taggings.js';
import { describeGlance } from '../../../src/reporting/sections/glance.js';
import { emptyInput, gardenInput } from '../sample-inputs.js';

const tell = (input: typeof gardenInput) => describeGlance(input, groupTaggings(input)).sentences;

describe('a report at a glance', () => {
  it('names the themes at the top of the tree that more than half voice, out of who may be counted', () => {
    expect(tell(gardenInput)).toEqual([
      'More than half voice: Carrying the garden alone (6 of 7); What it is worth (4 of 7).',
    ]);
  });

  it('tells those that everybody voices apart, and those that one alone voices', () => {
    // of the eight, P05 and P08 alone are counted here
    const places = groupTaggings(gardenInput).places;
    const countable = new Map(
      [...gardenInput.countable].filter(([id]) => /P0[58]/.test(places.get(id)?.participantId ?? '')),
    );
    expect(tell({ ...gardenInput, countable, countedParticipants: ['P05', 'P08'] })).toEqual([
      'Both participants voice: Carrying the garden alone.',
      'Voiced by one participant alone, which makes it no less worth hearing: What it is worth; Handing over; Neighbours, near and difficult.',
    ]);
  });

  it('says nothing of a study in which nothing is accepted', () => {
    expect(tell(emptyInput)).toEqual([]);
  });
});
