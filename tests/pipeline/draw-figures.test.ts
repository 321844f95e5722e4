import { describe, expect, it } from 'vitest';
import { drawFigures } from '../../src/pipeline/draw-figures.js';
import { reports } from '../../src/reporting/index.js';
import { gardenInput } from '../reporting/sample-inputs.js';

const nothing = () => {
  throw new Error('nothing is to be counted');
};

describe('drawFigures', () => {
  it('counts and draws nothing for reports that print no chart', async () => {
    const input = { ...gardenInput, findPatterns: nothing, compareCoders: nothing };
    expect(await drawFigures(input, ['themes', 'article', 'codebook'])).toEqual(new Map());
  });

  it('draws the sets that a report names, each chart with an id of its own', async () => {
    const drawn = await drawFigures(gardenInput, ['patterns']);
    expect([...drawn.keys()]).toEqual(['prevalence', 'attributes', 'voices', 'co-occurrence', 'saturation']);
    const ids = reports.flatMap(({ figures = [] }) =>
      figures.flatMap((set) => (gardenInput.figures.get(set) ?? []).map(({ id }) => id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('draws the same bytes again', async () => {
    expect(await drawFigures(gardenInput, ['patterns'])).toEqual(
      await drawFigures(gardenInput, ['patterns']),
    );
  });

  it('refuses a report that there is not', async () => {
    await expect(drawFigures(gardenInput, ['pattern'])).rejects.toThrow(
      expect.objectContaining({ code: 'unknown-report', hint: 'Did you mean "patterns"?' }),
    );
  });
});
