import type { Notice } from '../../model/notice.js';
import type { Evaluation } from './evaluation.js';
import { isPart } from './score-parts.js';

type Figures = Omit<Evaluation, 'notices'>;

const tellInfo = (code: string, message: string): Notice => ({
  severity: 'info',
  code,
  message,
  place: { file: 'decisions' },
});

const listIds = (ids: readonly string[]) => ids.join(', ');

/** Why there are no figures at all: none or one interview, so that none can be held out. */
export function explainNoFigures(interviews: number): Notice {
  const place = { file: 'decisions' };
  if (interviews === 0) {
    const message =
      'Nothing has been decided that suggestions could be held against: code some quotes of at least two interviews.';
    return { severity: 'caution', code: 'nothing-decided', message, place };
  }
  const message =
    'Only one interview has decided quotes. Suggestions are measured on an interview that nothing was learned from: code some quotes of a second one.';
  return { severity: 'caution', code: 'one-interview', message, place };
}

function explainThemes({ taggers }: Figures): readonly Notice[] {
  const never = (taggers[0]?.perTheme ?? []).filter(({ support }) => support === 0);
  if (never.length === 0) return [];
  const message = `No quote was accepted for ${listIds(never.map(({ theme }) => theme))}: there is no recall to tell, and the means leave them out.`;
  return [tellInfo('theme-without-quotes', message)];
}

function explainCalibration({ taggers }: Figures): readonly Notice[] {
  const ranks = taggers.filter(({ id, calibrationError }) => calibrationError === null && !isPart(id));
  if (ranks.length === 0) return [];
  const message = `The confidence of ${listIds(ranks.map(({ id }) => id))} is a rank and no probability: it has no calibration error.`;
  return [tellInfo('no-probability', message)];
}

function explainCeiling({ ceiling }: Figures): readonly Notice[] {
  if (ceiling.length > 0) return [];
  const message =
    'No quote was judged by two coders: how far people match each other is unknown. Let a second coder decide some of the same quotes.';
  return [tellInfo('one-coder', message)];
}

/** Says of everything that is `null` or empty why it is. */
export function explainGaps(evaluation: Figures): readonly Notice[] {
  return [...explainThemes(evaluation), ...explainCalibration(evaluation), ...explainCeiling(evaluation)];
}
