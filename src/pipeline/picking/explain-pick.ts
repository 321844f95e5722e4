import { type Candidate, type Choice, countTurns, repeatsPicked } from './open-choice.js';
import { listNewGroups } from './spread-groups.js';

/** Shorter quotes hardly stand alone, longer ones are not read (in words). */
export const FEWEST_WORDS = 8;
export const MOST_WORDS = 60;
/** So many are chosen one by one; nobody reads on to see how the next differs from all of them. */
export const MOST_CHOSEN = 60;

/** Why a candidate is taken next, in words. */
export function explainPick(choice: Choice, candidate: Candidate): string {
  const { picked, candidates, turns } = choice;
  const { quote, words, participant } = candidate;
  const another = turns.has(participant) ? 'a participant quoted above' : 'another participant';
  return [
    quote.important === true ? 'marked as important' : '',
    explainContradiction(choice, candidate),
    explainCentrality(picked.size, candidates.length),
    picked.size === 0 ? '' : another,
    explainGroup(choice, candidate),
    quote.important === true ? '' : explainLength(words),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function explainContradiction({ request }: Choice, { quote }: Candidate): string {
  const coders = request.contradicting?.get(quote.id);
  return coders === undefined ? '' : `speaks against the theme (marked by ${coders.join(', ')})`;
}

/** By what a group is told apart, and not which it is: it may be so small that this tells the person. */
function explainGroup({ request: { spread = [] }, picked }: Choice, candidate: Candidate): string {
  const attributes = picked.size === 0 ? [] : listNewGroups({ spread, picked }, candidate);
  return attributes.length === 0 ? '' : `a group not quoted above (${attributes.join(', ')})`;
}

function explainCentrality(picked: number, all: number): string {
  if (all === 1) return 'the only one';
  if (picked === 0) return `most central of ${all}`;
  if (picked >= MOST_CHOSEN) return `not weighed against the ${picked} before it`;
  return picked === 1 ? 'adds what the first does not say' : `adds what the first ${picked} do not say`;
}

function explainLength(words: number): string {
  if (words < FEWEST_WORDS) return `short (${countWords(words)}), but nothing longer was left`;
  return words > MOST_WORDS ? `long (${countWords(words)}), but nothing shorter was left` : '';
}

/** Why a candidate was not taken, in words. */
export function explainLeftOut(choice: Choice, candidate: Candidate): string {
  const { picked, request, barred } = choice;
  const reason = barred.get(candidate);
  if (reason !== undefined) return reason;
  if (repeatsPicked(choice, candidate)) return 'says the same as one that was taken';
  if (candidate.words < FEWEST_WORDS) return `too short to stand alone (${countWords(candidate.words)})`;
  if (candidate.words > MOST_WORDS) return `too long to print (${countWords(candidate.words)})`;
  return countTurns(choice, candidate) >= request.maxPerParticipant && picked.size < request.limit
    ? `beyond the ${request.maxPerParticipant} asked for of one participant`
    : `beyond the ${request.limit} asked for`;
}

function countWords(words: number): string {
  return words === 1 ? '1 word' : `${words} words`;
}
