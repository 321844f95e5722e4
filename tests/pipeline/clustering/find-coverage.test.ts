import { describe, expect, it } from 'vitest';
import { findStanding, readSubjects } from '../../../src/pipeline/clustering/find-coverage.js';
import { readDecided } from '../../../src/taggers/decided/read-decided.js';
import { inventDecision, inventInput, inventTheme } from '../../taggers/invented-study.js';

const themes = [inventTheme('dream', { dimension: 'voice' }), inventTheme('rest'), inventTheme('staffing')];
const { taxonomy } = inventInput([], themes);
const read = (...decisions: readonly ReturnType<typeof inventDecision>[]) =>
  readSubjects(taxonomy, readDecided(decisions));

describe('findStanding', () => {
  it('is covered by the theme that most quotes carry where at least half carry one', () => {
    const subjects = read(
      inventDecision('q1', 'rest'),
      inventDecision('q2', 'rest'),
      inventDecision('q3', 'staffing'),
    );
    expect(findStanding(['q1', 'q2', 'q3', 'q4', 'q5'], subjects)).toEqual({
      nearestTheme: { themeId: 'rest', share: 2 / 5 },
      coverage: { kind: 'covered', themeId: 'rest', overlap: 2 / 5 },
    });
  });

  it('is a prompt for a theme where most quotes carry none, and names the nearest all the same', () => {
    expect(findStanding(['q1', 'q2', 'q3'], read(inventDecision('q1', 'rest')))).toEqual({
      nearestTheme: { themeId: 'rest', share: 1 / 3 },
      coverage: { kind: 'prompt' },
    });
  });

  it('counts no theme of another dimension, none that was rejected and none on which coders are split', () => {
    const subjects = read(
      inventDecision('q1', 'dream'),
      inventDecision('q1', 'rest', false),
      inventDecision('q2', 'rest', true, 'ana'),
      inventDecision('q2', 'rest', false, 'ben'),
    );
    expect(findStanding(['q1', 'q2'], subjects)).toEqual({
      nearestTheme: null,
      coverage: { kind: 'prompt' },
    });
  });
});
