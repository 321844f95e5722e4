import type { Change } from '../../model/history.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import type { Transcript } from '../../model/transcript.js';
import { makeQuote } from '../make-quote.js';
import { cleanText } from './clean-text.js';
import { planDecide } from './plan-deciding.js';
import { takeBack } from './plan-restructuring.js';
import { toQuoteRecord } from './quote-record.js';
import { refuseAction, refuseUnknownQuote } from './refuse-action.js';
import type { JobOf } from './review-job.js';
import { settleWording } from './settle-wording.js';
import { snapSelection } from './snap-selection.js';

/** The changes that mark a passage. One that is a quote already stays that quote, and is only decided on. */
export function planMark(study: Study, job: JobOf<'mark'>): readonly Change[] {
  const { action, coder, at } = job;
  const transcript = study.transcripts.find(({ id }) => id === action.transcript);
  if (transcript === undefined)
    throw refuseAction('unknown-transcript', `there is no transcript "${action.transcript}"`);
  const { span, refused } = snapSelection(transcript, action, { across: action.across === true });
  if (span === undefined) throw refuseAction('cannot-mark', refused, 'Select other words.');
  const present = study.quotes.find(
    (quote) =>
      quote.transcriptId === transcript.id && quote.span.start === span.start && quote.span.end === span.end,
  );
  const quote = present ?? draftQuote(study, transcript, { ...job, span });
  const decided = [...new Set(action.themes)].flatMap((theme) =>
    planDecide(
      { ...study, quotes: [quote] },
      { action: { kind: 'decide', quote: quote.id, theme, applies: true }, coder, at },
    ),
  );
  if (present === undefined)
    return [{ kind: 'quote', id: quote.id, before: null, after: toQuoteRecord(quote) }, ...decided];
  return [...planBeside(present, action), ...decided];
}

/** Note and importance for a passage that is a quote already: a note comes below the one that somebody wrote. */
function planBeside(quote: Quote, { note = '', important }: JobOf<'mark'>['action']): readonly Change[] {
  const added = cleanText(note);
  const present = quote.note ?? '';
  return listQuoteChange(quote, {
    ...quote,
    ...(added === '' || present.includes(added)
      ? {}
      : { note: present === '' ? added : `${present}\n${added}` }),
    ...(important === true ? { important } : {}),
  });
}

type Drafting = JobOf<'mark'> & { readonly span: Quote['span'] };

function draftQuote(
  study: Study,
  transcript: Transcript,
  { action, coder, at, files, span }: Drafting,
): Quote {
  const isTaken = (id: string) =>
    study.quotes.some((quote) => quote.id === id) ||
    files?.lastWords.some(({ quoteId }) => quoteId === id) === true ||
    files?.anchorings.some((found) => found.state === 'lost' && found.was.id === id) === true;
  const note = action.note === undefined ? '' : cleanText(action.note);
  const draft = (occurrence: number) =>
    makeQuote({ transcript, span, occurrence, by: coder, at, ...(note === '' ? {} : { note }) });
  let quote = draft(0);
  for (let occurrence = 1; isTaken(quote.id); occurrence++) quote = draft(occurrence);
  return action.important === true ? { ...quote, important: true } : quote;
}

/** The changes that take a quote away. */
export function planUnmark(study: Study, { action, coder, files }: JobOf<'unmark'>): readonly Change[] {
  const at = study.quotes.findIndex(({ id }) => id === action.quote);
  const quote = study.quotes[at];
  if (quote === undefined) throw refuseUnknownQuote(action.quote);
  if (files?.marks.has(quote.id) === true)
    throw refuseAction(
      'marked-in-source',
      'this quote is marked in the transcript’s own file, so it cannot be taken away here',
      'Take the mark out of the file in transcripts/.',
    );
  const decisions = (files?.lastWords ?? study.decisions).filter(({ quoteId }) => quoteId === quote.id);
  const others = new Set(decisions.filter((decision) => decision.coder !== coder).map((each) => each.coder));
  if (others.size > 0 && action.others !== true)
    throw refuseAction(
      'others-decided',
      `${[...others].join(', ')} decided on this quote: taking it away takes that away as well`,
      'Say that their decisions may go too, or leave the quote.',
    );
  return [
    ...decisions.map(takeBack),
    {
      kind: 'quote',
      id: quote.id,
      before: toQuoteRecord(quote),
      after: null,
      follows: study.quotes[at - 1]?.id ?? '',
    },
  ];
}

/** The change that an edit beside a quote makes. */
export function planEditQuote(study: Study, { action }: JobOf<'edit-quote'>): readonly Change[] {
  const quote = study.quotes.find(({ id }) => id === action.quote);
  if (quote === undefined) throw refuseUnknownQuote(action.quote);
  const { wording: _wording, note: _note, important: _important, ...bare } = quote;
  const wording = settleWording(quote, action.wording, study.settings.language);
  const note = action.note === undefined ? quote.note : cleanText(action.note ?? '');
  const important = action.important ?? quote.important ?? false;
  return listQuoteChange(quote, {
    ...bare,
    ...(wording === undefined ? {} : { wording }),
    ...(note === undefined || note === '' ? {} : { note }),
    ...(important ? { important } : {}),
  });
}

function listQuoteChange(quote: Quote, edited: Quote): readonly Change[] {
  const before = toQuoteRecord(quote);
  const after = toQuoteRecord(edited);
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ kind: 'quote', id: quote.id, before, after }];
}
