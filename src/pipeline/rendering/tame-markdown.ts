import { micromark, parse, postprocess, preprocess } from 'micromark';

type Edit = { readonly start: number; readonly end: number; readonly text: string };
type Piece = { readonly type: string; readonly start: number; readonly end: number };

/** Addresses that a report may link to: the web, mail, places within the report. */
const harmlessAddress = /^(?:https?:\/\/|mailto:|[^:&\\]*$)/i;
const DEEPEST_HEADING = 6;
/** Headings, HTML and addresses all need one of these signs; a heading that is underlined ends its line so. */
const mayNeedTaming = /[#<[]|[-=][ \t]*$/m;

/**
 * A researcher's Markdown, fit to stand under a heading of level `under`: its headings keep their order below that
 * level, raw HTML becomes text, and links go to harmless addresses only.
 */
export function tameMarkdown(markdown: string, under: number): string {
  if (!mayNeedTaming.test(markdown)) return markdown;
  const text = escapeHtml(markdown);
  const pieces = listPieces(text);
  const ranks = [...new Set(pieces.flatMap((piece) => findLevel(piece, text) ?? []))].sort();
  const demote = (level: number) =>
    `${'#'.repeat(Math.min(DEEPEST_HEADING, under + 1 + ranks.indexOf(level)))} `;
  const edits = pieces.flatMap((piece) => [
    ...demoteHeading(piece, text, demote),
    ...disarmAddress(piece, text),
  ]);
  return applyEdits(text, edits);
}

/** The same as HTML. Pictures become links: a report loads nothing from elsewhere. */
export function renderMarkdown(markdown: string, under: number): string {
  return micromark(tameMarkdown(markdown, under), {
    extensions: [{ disable: { null: ['labelStartImage'] } }],
  });
}

/** The parts of a Markdown text in UTF-16 units, outer ones first. */
function listPieces(markdown: string): Piece[] {
  const events = postprocess(
    parse()
      .document()
      .write(preprocess()(markdown, undefined, true)),
  );
  return events.flatMap(([phase, { type, start, end }]) =>
    phase === 'enter' ? [{ type, start: start.offset, end: end.offset }] : [],
  );
}

function findLevel(piece: Piece, markdown: string): number | undefined {
  const source = markdown.slice(piece.start, piece.end);
  if (piece.type === 'atxHeading') return source.match(/^#+/)?.[0].length;
  if (piece.type === 'setextHeading') return source.trimEnd().endsWith('=') ? 1 : 2;
  return undefined;
}

function demoteHeading(piece: Piece, markdown: string, demote: (level: number) => string): Edit[] {
  const level = findLevel(piece, markdown);
  if (level === undefined) return [];
  const { start, end } = piece;
  const source = markdown.slice(start, end);
  if (piece.type === 'atxHeading') {
    return [{ start, end: start + (source.match(/^#+[ \t]*/)?.[0].length ?? 0), text: demote(level) }];
  }
  const breaks = [...source.trimEnd().matchAll(/\r?\n/g)];
  const joined = breaks.slice(0, -1).map(({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.length,
    text: ' ',
  }));
  const underline = start + (breaks.at(-1)?.index ?? source.length);
  return [{ start, end: start, text: demote(level) }, ...joined, { start: underline, end, text: '' }];
}

function disarmAddress({ type, start, end }: Piece, markdown: string): Edit[] {
  const isAddress = type === 'resourceDestinationString' || type === 'definitionDestinationString';
  return isAddress && !harmlessAddress.test(markdown.slice(start, end)) ? [{ start, end, text: '#' }] : [];
}

/** Text that stood inside an HTML block may turn out to hold more HTML; every round leaves fewer `<`, so it ends. */
function escapeHtml(markdown: string): string {
  const edits = listPieces(markdown)
    .filter((piece) => isHtml(piece, markdown))
    .flatMap((piece) => escapeTags(piece, markdown));
  return edits.length === 0 ? markdown : escapeHtml(applyEdits(markdown, edits));
}

function isHtml({ type, start, end }: Piece, markdown: string): boolean {
  if (type === 'autolink') return !harmlessAddress.test(markdown.slice(start + 1, end - 1));
  return type === 'htmlFlow' || type === 'htmlText';
}

function escapeTags({ start, end }: Piece, markdown: string): Edit[] {
  return [...markdown.slice(start, end).matchAll(/</g)].map(({ index }) => ({
    start: start + index,
    end: start + index + 1,
    text: '&lt;',
  }));
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.start - b.start);
  const ends = [0, ...inOrder.map(({ end }) => end)];
  const kept = inOrder.map(({ start, text: added }, index) => text.slice(ends[index], start) + added);
  return kept.join('') + text.slice(ends.at(-1));
}
