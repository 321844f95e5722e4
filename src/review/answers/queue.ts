import type { StudyReading } from '../../index.js';
import type { QueueItem, QueueView } from '../messages/deciding.js';
import type { Desk, Suggested } from './desk.js';
import { measurePrecision } from './queue/measure-precision.js';
import { listOpen, type OpenQuote, orderQueue, type Proposal, type Queued } from './queue/order-queue.js';
import type { Look } from './tables/look.js';
import { requireTheme } from './tables/require.js';
import { cutAroundQuote } from './views/cut-around.js';
import { showQuote } from './views/show-quote.js';
import { showSuggestion } from './views/show-suggestion.js';

/** A person who sees what is proposed may follow it: that is no measure on quotes held out, and says so. */
const PRECISION_BASIS =
  'Of what was proposed on cards and decided there, by whoever decided it and whenever. It was decided after it was seen: "themeloom suggest --measured" measures on interviews held out.';
const USUAL_COUNT = 20;
const MOST_COUNT = 100;
/** More themes than that for one quote help nobody to choose. */
const MOST_OTHERS = 8;

export type QueueRequest = Look & {
  /** Only suggestions of this theme. */
  readonly theme?: string;
  readonly count?: number;
};

function showItem(reading: StudyReading, { quote, suggestions, shown, why }: Queued, look: Look): QueueItem {
  const { study } = reading;
  const others = suggestions.filter(({ themeId }) => themeId !== shown.themeId).slice(0, MOST_OTHERS);
  const show = ({ taggers, ...suggestion }: Proposal) => ({
    ...showSuggestion(study, quote, suggestion),
    taggers: [...taggers],
  });
  return {
    quote: showQuote(reading, quote, look),
    ...cutAroundQuote(study, quote),
    suggestion: show(shown),
    others: others.map(show),
    why,
  };
}

function countOpen(open: readonly OpenQuote[], theme: string | undefined): number {
  let count = 0;
  for (const { suggestions } of open) {
    count +=
      theme === undefined
        ? suggestions.length
        : suggestions.reduce((own, { themeId }) => own + (themeId === theme ? 1 : 0), 0);
  }
  return count;
}

function fill(
  suggested: Suggested,
  { reading, history, version }: Desk,
  request: QueueRequest,
): Omit<QueueView, 'ready'> {
  const { study } = reading;
  const { theme, count = USUAL_COUNT } = request;
  const open = listOpen(suggested, study, request);
  const wanted = Math.max(0, Math.min(count, MOST_COUNT));
  const ordered = orderQueue(suggested, open, { theme, count: wanted });
  return {
    version: suggested.version,
    basis: { ...suggested.basis, since: Math.max(0, version - suggested.version) },
    open: countOpen(open, theme),
    items: ordered.map((item) => showItem(reading, item, request)),
    precision: [...measurePrecision(history, study, request)],
    precisionBasis: PRECISION_BASIS,
  };
}

/**
 * Suggestions that nobody has decided yet, the most informative first, each with its evidence and why it comes now; what they
 * were made from; and how often those that people did decide were right. Throws `ToolkitError` `unknown-theme`.
 */
export function answerQueue(desk: Desk, request: QueueRequest): QueueView {
  const { reading, made, version } = desk;
  if (request.theme !== undefined) requireTheme(reading.study, request.theme);
  if (made?.suggestions === undefined) return { ready: false, version, open: 0, items: [], precision: [] };
  return { ready: true, ...fill(made.suggestions, desk, request) };
}
