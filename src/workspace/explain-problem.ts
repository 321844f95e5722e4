import type { ShapeProblem } from '../model/check-shape.js';
import type { Notice, Place } from '../model/notice.js';
import { suggestNearest } from '../text/did-you-mean.js';

/** `; did you mean "x"?` where a candidate is near, else nothing. */
export function askDidYouMean(word: string, candidates: Iterable<string>): string {
  const nearest = suggestNearest(word, candidates);
  return nearest === undefined || nearest === word ? '' : `; did you mean "${nearest}"?`;
}

/** The notice of a value that is not of its schema: what was found, what was expected, and an example. */
export function explainProblem(problem: ShapeProblem, place: Place, example: string): Notice {
  return {
    severity: 'error',
    code: problem.kind,
    message: `${endSentence(describeProblem(problem))} Example: ${example}`,
    place,
  };
}

const endSentence = (text: string) => (text.endsWith('?') ? text : `${text}.`);

function describeProblem({ kind, path, expected, found, known }: ShapeProblem): string {
  const keys = path.filter((key) => typeof key === 'string').join('.');
  const name = keys === '' ? 'it' : `"${keys}"`;
  const guess = found === undefined ? '' : askDidYouMean(found, known);
  if (kind === 'unknown-key')
    return `"${found}" is not a key here and is left out${guess || `; these are: ${known.join(', ')}`}`;
  if (kind === 'missing-key') return `${name} is missing: it must be ${expected}`;
  return `${name} must be ${expected}${guess}`;
}
