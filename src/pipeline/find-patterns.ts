import type { Notice } from '../model/notice.js';
import type { CoOccurrenceUnit, Patterns } from '../model/pattern.js';
import { countCoOccurrence, MOST_CROSSED_THEMES } from './patterns/count-co-occurrence.js';
import { crossVoices } from './patterns/cross-voices.js';
import { estimateSaturation } from './patterns/estimate-saturation.js';
import { type Coding, layCoding, listUnder, type PatternInput } from './patterns/lay-coding.js';
import { measurePrevalence } from './patterns/measure-shares.js';
import { tabulateAttributes } from './patterns/tabulate-attributes.js';

export type { PatternInput } from './patterns/lay-coding.js';

/** The same for every study, so that a report is the same when nothing changed. */
const SEED = 20_200_505;

const units: readonly CoOccurrenceUnit[] = ['quote', 'utterance', 'interview'];

const caveat =
  'The participants were chosen, not drawn at random. Counts and shares describe these participants. Intervals tell how little so few people settle, and a small p-value that a difference between these groups would be unusual if the theme were dealt out among them by chance. None of it says how common anything is among other people.';

/** Called before each analysis with its name and number. */
export type OnPattern = (stage: string, done: number, total: number) => void;

/**
 * Everything that is counted over a study's accepted taggings: who voices which theme, by attribute and by voice, which
 * themes occur together, and when interviews stop bringing new ones. Machine suggestions never count.
 */
export function findPatterns(input: PatternInput, onStage: OnPattern = () => undefined): Patterns {
  const { settings } = input.study;
  onStage('laying out decisions', 0, 4);
  const coding = layCoding(input);
  onStage('comparing groups', 1, 4);
  const { tables, comparisons, notices } = tabulateAttributes(coding, {
    minimumGroupSize: settings.reports.minimumGroupSize,
    seed: SEED,
  });
  onStage('crossing themes', 2, 4);
  const voices = crossVoices(coding);
  const coOccurrence = units.map((unit) => countCoOccurrence(coding, unit));
  onStage('ordering interviews', 3, 4);
  const { saturation, notices: saturationNotices } = estimateSaturation(coding, settings, SEED);
  onStage('ordering interviews', 4, 4);
  return {
    prevalence: measurePrevalence(coding),
    attributes: tables,
    comparisons,
    voices,
    coOccurrence,
    saturation,
    caveat,
    notices: [...tellGround(coding, input), ...notices, ...saturationNotices],
  };
}

const tellInfo = (code: string, file: string, message: string): Notice => ({
  severity: 'info',
  code,
  message,
  place: { file },
});

/** What there is too little of, or too much. */
function tellGround(coding: Coding, { taggings, countable }: PatternInput): readonly Notice[] {
  const { participants, speakers, themes } = coding;
  const accepted = themes.some(({ id }) => listUnder(coding, id).length > 0);
  const heard = new Set(speakers).size - (speakers.includes(-1) ? 1 : 0);
  const silent = participants.length - heard;
  const disputed = taggings.filter(({ status, quoteId }) => status === 'disputed' && countable.has(quoteId));
  const crossed = themes.filter(({ id }) => listUnder(coding, id).length > 0).length;
  return [
    ...(accepted
      ? []
      : [
          tellInfo(
            'nothing-accepted',
            'decisions',
            'no theme was accepted for any quote that may be counted, so there is nothing to compare: decide on some quotes first',
          ),
        ]),
    ...(participants.length === 1
      ? [
          tellInfo(
            'one-participant',
            'participants.csv',
            'there is one participant: nothing can be compared between people',
          ),
        ]
      : []),
    ...(accepted && silent > 0
      ? [
          tellInfo(
            'participants-without-quote',
            'participants.csv',
            `${silent} of ${participants.length} participants have no quote that may be counted, and count among those who voice nothing`,
          ),
        ]
      : []),
    ...(disputed.length > 0
      ? [
          tellInfo(
            'disputed-not-counted',
            'decisions',
            `${disputed.length} pairs of a quote and a theme are in dispute and not counted`,
          ),
        ]
      : []),
    ...(crossed > MOST_CROSSED_THEMES
      ? [
          tellInfo(
            'themes-not-crossed',
            'taxonomy.yaml',
            `${crossed} themes have quotes: co-occurrence is told of the ${MOST_CROSSED_THEMES} with most quotes`,
          ),
        ]
      : []),
  ];
}
