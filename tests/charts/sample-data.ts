import type { AgreementFigures } from '../../src/charts/agreement.js';
import type { CoOccurrence } from '../../src/charts/co-occurrence.js';
import type { InterviewStrip } from '../../src/charts/interview-strip.js';
import type { Reliability } from '../../src/charts/reliability.js';
import type { Saturation } from '../../src/charts/saturation.js';
import type { ThemeByAttribute } from '../../src/charts/theme-by-attribute.js';
import type { ThemePrevalence } from '../../src/charts/theme-prevalence.js';
import type { Voices } from '../../src/charts/voices.js';

/** What every chart can be made from, with the same labels in all of them. */
export type SampleData = {
  readonly 'theme-prevalence': ThemePrevalence;
  readonly 'theme-by-attribute': ThemeByAttribute;
  readonly 'co-occurrence': CoOccurrence;
  readonly saturation: Saturation;
  readonly voices: Voices;
  readonly agreement: AgreementFigures;
  readonly 'interview-strip': InterviewStrip;
  readonly reliability: Reliability;
};

export type SamplePlan = {
  readonly labels: readonly string[];
  readonly groups: readonly string[];
  /** How a count or a share comes out, e.g. as what is not a number. */
  readonly count: (value: number) => number;
  /** How many of them 12 participants, interviews, quotes become. */
  readonly participants: number;
};

export const gardenLabels = [
  'Trust in tools',
  'Time pressure and the constant feeling that a deadline is coming whatever anybody does about it',
  'Learning from colleagues',
];

const gardenPlan: SamplePlan = {
  labels: gardenLabels,
  groups: ['gardener', 'lead', ''],
  count: (value) => value,
  participants: 12,
};

function makeCounts({ labels, groups, count, participants }: SamplePlan) {
  const shareOf = (index: number) => ((index * 5 + 3) % (participants + 1)) / participants;
  const bounds = (share: number) => ({
    share: count(share),
    low: count(Math.max(0, share - 0.2)),
    high: count(Math.min(1, share + 0.2)),
  });
  return {
    'theme-prevalence': {
      themes: labels.map((label, index) => ({
        label,
        participants: count(shareOf(index) * participants),
        of: count(participants),
        ...bounds(shareOf(index)),
        quotes: count(index + 1),
      })),
    },
    'theme-by-attribute': {
      attribute: 'role',
      groups: groups.map((label) => ({ label, participants: count(participants) })),
      rows: labels.map((theme, index) => ({
        theme,
        cells: groups.map((_, group) =>
          group === 2
            ? { participants: null, of: 2 }
            : { participants: count((index + group) % (participants + 1)), of: count(participants) },
        ),
      })),
    },
    'co-occurrence': {
      unit: 'quote',
      themes: labels,
      // Only a corner of a long list: the rest counts as none.
      cells: labels
        .slice(0, 50)
        .map((_, a) => labels.slice(0, 50).map((_, b) => count(a === b ? 9 : (a + b) % 4))),
    },
    voices: {
      themes: labels.map((label, index) => ({
        label,
        voices: groups.map((voice, at) => ({
          label: voice,
          participants: count(index + at),
          quotes: count(at),
        })),
      })),
    },
  };
}

function makeCurves({ labels, count, participants }: SamplePlan) {
  return {
    saturation: {
      interviews: count(participants),
      steps: Array.from({ length: participants }, (_, index) => ({
        n: count(index + 1),
        median: count(Math.min(8, index + 1)),
        low: count(Math.min(6, index)),
        high: count(Math.min(9, index + 3)),
        observed: count(Math.min(8, index)),
      })),
      marks: labels.map((label, index) => ({ n: count(index + 1), label })),
    },
    agreement: {
      rows: labels.map((label, index) =>
        index === 1
          ? { label, value: null, n: 3, undefinedBecause: `one category only, in ${label}` }
          : { label, value: count(0.8), low: count(0.7), high: count(0.9), n: count(40) },
      ),
      conventions: [{ value: 0.667, label: labels[0] ?? 'tentative', source: 'Krippendorff 2004' }],
    },
    'interview-strip': {
      interview: labels[0] ?? 'P01',
      length: 1000,
      quotes: labels.map((theme, index) => ({
        start: count((index * 37) % 900),
        end: count(((index * 37) % 900) + 20),
        theme,
      })),
    },
    reliability: {
      tagger: labels[0] ?? 'learned',
      points: labels.map((_, index) => ({
        expected: count((index % 10) / 10),
        observed: count(0.4),
        n: count(12),
      })),
    },
  };
}

/** Data for every chart, by its id. */
export function makeData(plan: Partial<SamplePlan> = {}): SampleData {
  const whole = { ...gardenPlan, ...plan };
  return { ...makeCounts(whole), ...makeCurves(whole) };
}
