import type { Notice } from '../../model/notice.js';
import type { SourceBytes } from '../../packages/open-package.js';
import { readWord } from '../office/read-word.js';
import { joinRuns, type WordDocument, type WordParagraph } from '../office/word-document.js';
import { type DraftBlock, joinPieces } from './draft-block.js';

/** `Quote`, `IntenseQuote`, `Quotations`, `Block Text`, `Zitat`, `Citation`, `Cita`, `Citaat`, `Citazione`, `Citat`, `Цитата`. */
const quoteStyle = /quot|zitat|citation|citaat|citat|citaz|citaç|^cita\b|цитата|^block ?text/i;
/** A source list is no quotation, whatever it is called. */
const sourceStyle = /bibliogr|reference|source|char$/i;

export type WordDraft = { readonly blocks: readonly DraftBlock[]; readonly notices: readonly Notice[] };

/**
 * A Word document: its paragraphs, with the number of each as line; paragraphs in a quote style, or in one based on such,
 * are block quotes. Text boxes and notes follow the text, with the number of the paragraph that holds them. What was
 * deleted or hidden is left out and told. Throws `ToolkitError` as `readWord` does.
 */
export function readWordDraft(source: SourceBytes): WordDraft {
  const document = readWord(source);
  const isText = ({ where }: WordParagraph) => where === 'body' || where === 'table';
  const { paragraphs } = document;
  const ordered = [...paragraphs.filter(isText), ...paragraphs.filter((each) => !isText(each))];
  return { blocks: ordered.flatMap(makeBlock), notices: listLeftOut(document, source.name) };
}

function makeBlock(paragraph: WordParagraph): readonly DraftBlock[] {
  const text = joinRuns(paragraph).normalize('NFC');
  const kind = paragraph.styles.some(isQuoteStyle) ? 'block-quote' : 'prose';
  return joinPieces(kind, [{ text, line: paragraph.number }]);
}

function isQuoteStyle(name: string): boolean {
  return quoteStyle.test(name) && !sourceStyle.test(name);
}

/** What may be left out, one and many. */
const kinds = [
  { kind: 'deletions', one: '1 tracked deletion was', many: 'tracked deletions were' },
  { kind: 'hidden', one: '1 stretch of hidden text was', many: 'stretches of hidden text were' },
  { kind: 'comments', one: '1 comment was', many: 'comments were' },
  { kind: 'embedded', one: '1 embedded document was', many: 'embedded documents were' },
] as const;

function listLeftOut({ leftOut, comments }: WordDocument, file: string): readonly Notice[] {
  const counts = { ...leftOut, comments: comments.length };
  return kinds.flatMap(({ kind, one, many }): Notice[] => {
    const count = counts[kind];
    if (count === 0) return [];
    const message = `${count === 1 ? one : `${count} ${many}`} left out, and no quotation in it was checked`;
    return [{ severity: 'info', code: `${kind}-left-out`, message, place: { file } }];
  });
}
