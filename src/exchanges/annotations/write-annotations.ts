import type { Decision } from '../../model/decision.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import type { Transcript } from '../../model/transcript.js';
import type { ExchangedFile } from '../exchange.js';
import { countPoints } from '../refi/count-points.js';
import { groupBy } from '../tables/group-by.js';
import { listTableLosses } from '../tables/list-table-losses.js';
import { annotationContext, nameAs } from './annotation-names.js';

/**
 * A study's quotes as a collection of annotations (W3C Web Annotation Data Model): one for each quote and coder. The words
 * with their surroundings find a passage; the position counts code points of the transcript's text, as the model asks.
 */
export function writeAnnotations(study: Study): ExchangedFile {
  const against = study.decisions.filter((decision) => !isTag(decision)).length;
  const items = listAnnotations(study);
  const collection = {
    '@context': annotationContext,
    id: 'urn:themeloom:annotations',
    type: 'AnnotationCollection',
    label: study.settings.name,
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  };
  const reason = 'annotations say what applies only: a .csv or .qdpx has it';
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`),
    outgoing: items.map(({ body, target, creator }) => ({ body, target, creator })),
    losses: [
      ...listTableLosses(study, []),
      ...(against === 0
        ? []
        : [{ element: 'decision against a theme', count: against, reason, kept: false }]),
    ],
  };
}

/** A tag cannot say that a quote speaks against it. */
const isTag = ({ applies, contradicts }: Decision) => applies && contradicts === undefined;

function listAnnotations({ quotes, decisions, transcripts, taxonomy }: Study) {
  const labels = new Map(taxonomy.themes.map(({ id, label }) => [id, label]));
  const points = new Map(transcripts.map(({ id, text }) => [id, countPoints(text)]));
  const byId = new Map(transcripts.map((transcript) => [transcript.id, transcript]));
  const byQuote = groupBy(decisions.filter(isTag), ({ quoteId }) => quoteId);
  return quotes.flatMap((quote) => {
    const transcript = byId.get(quote.transcriptId);
    const toPoint = points.get(quote.transcriptId);
    if (transcript === undefined || toPoint === undefined) return [];
    const target = makeTarget(quote, transcript, toPoint);
    const coders = groupBy(byQuote.get(quote.id) ?? [], ({ coder }) => coder);
    const said = coders.size === 0 ? [[quote.by ?? '', []] as const] : [...coders];
    return said.map(([coder, own]) => makeAnnotation(quote, { coder, decisions: own, labels, target }));
  });
}

function makeTarget(
  { span, exact, prefix, suffix }: Quote,
  { id }: Transcript,
  toPoint: (offset: number) => number,
) {
  return {
    source: nameAs('source', id),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start: toPoint(span.start), end: toPoint(span.end) },
    ],
  };
}

type AnnotationParts = {
  readonly coder: string;
  readonly decisions: readonly Decision[];
  readonly labels: ReadonlyMap<string, string>;
  readonly target: ReturnType<typeof makeTarget>;
};

function makeAnnotation(quote: Quote, { coder, decisions, labels, target }: AnnotationParts) {
  const created = decisions.map(({ decidedAt }) => decidedAt).find((at) => at !== '') ?? quote.at;
  const bodies = [
    ...decisions.map(({ themeId }) => ({
      id: nameAs('theme', themeId),
      type: 'TextualBody',
      purpose: 'tagging',
      value: labels.get(themeId) ?? themeId,
    })),
    ...writeText('commenting', quote.note),
    ...writeText('editing', quote.wording),
  ];
  const name = `${nameAs('quote', quote.id)}${coder === '' ? '' : `#${encodeURIComponent(coder)}`}`;
  return {
    id: name,
    type: 'Annotation',
    motivation: decisions.length === 0 ? 'highlighting' : 'tagging',
    ...(coder === '' ? {} : { creator: { type: 'Person', nickname: coder } }),
    ...(created === undefined || created === '' ? {} : { created }),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target,
  };
}

function writeText(purpose: string, value: string | undefined) {
  return value === undefined || value === '' ? [] : [{ type: 'TextualBody', purpose, value }];
}
