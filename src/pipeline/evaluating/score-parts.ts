import type { Decision } from '../../model/decision.js';
import type { Tagger, TaggerInput, ThemeScores } from '../../taggers/tagger.js';
import type { Scored } from './measure-tagger.js';
import { type Lesson, scoreHeldOut } from './score-held-out.js';

type Rank = NonNullable<Tagger['rank']>;

/** Between the id of a tagger and that of its part; no tagger's id holds it. */
const OF = ':';

/** Whether an id in an evaluation names a part, of which nobody sees suggestions, and not a tagger. */
export function isPart(id: string): boolean {
  return id.includes(OF);
}

/** Ranks once for each list of decisions: a tagger and its parts are taught the same. */
function rememberRank(rank: Rank): Rank {
  const known = new Map<readonly Decision[], ThemeScores>();
  return (input) => {
    const scores = known.get(input.decisions) ?? rank(input);
    known.set(input.decisions, scores);
    return scores;
  };
}

function rankPart(rank: Rank, id: string): Rank {
  return (input) => {
    const whole = rank(input);
    const part = whole.parts?.find((one) => one.id === id);
    const { scores, proposed } = part ?? whole;
    return { scores, proposed, calibrated: new Set() };
  };
}

/** The tagger, and after it each of its parts as `<tagger>:<part>`, taught together once a fold. */
export function scoreWithParts(tagger: Tagger, input: TaggerInput, lesson: Lesson): readonly Scored[] {
  if (tagger.rank === undefined) return [{ id: tagger.id, heldOut: scoreHeldOut(tagger, input, lesson) }];
  const rank = rememberRank(tagger.rank);
  const whole = { id: tagger.id, heldOut: scoreHeldOut({ ...tagger, rank }, input, lesson) };
  const [decisions] = lesson.trainings;
  const parts = decisions === undefined ? [] : (rank({ ...input, decisions }).parts ?? []);
  const silent = { ...lesson, onFold: () => undefined };
  return [
    whole,
    ...parts.map(({ id }) => ({
      id: `${tagger.id}${OF}${id}`,
      heldOut: scoreHeldOut({ ...tagger, rank: rankPart(rank, id) }, input, silent),
    })),
  ];
}
