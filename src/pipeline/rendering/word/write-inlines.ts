import { ExternalHyperlink, ImageRun, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { Inline } from '../block.js';
import { writeMetafile } from '../metafile/write-metafile.js';
import type { Picture } from '../picture.js';

export type InlineSurroundings = {
  /** By the address that the Markdown calls them by. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Ids of quotes that have a place of their own, to which their mentions lead. */
  readonly places: ReadonlySet<string>;
};

const quoteId = /\bq_[0-9a-f]{10}\b/g;
const webAddress = /^(?:https?:\/\/|mailto:)/i;
const firstLetter = /\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** English Metric Units are 914,400 to the inch, CSS pixels 96: docx takes pixels. A line is 16 cm wide. */
const WIDEST_PICTURE = 600;
/** Whether a text is read from right to left, by its first letter. */
export function isRightToLeft(text: string): boolean {
  const letter = firstLetter.exec(text)?.[0];
  return letter !== undefined && rightToLeft.test(letter);
}

/** The ids of quotes that a text names, in order. */
export function listQuoteIds(text: string): readonly string[] {
  return text.match(quoteId) ?? [];
}

/** A bookmark's name: at most 40 letters, digits and underscores, a letter first. */
export function namePlace(id: string): string {
  return `quote_${id}`;
}

/** What a paragraph holds. Pictures that are not ours are their alternative text: a report loads nothing from elsewhere. */
export function writeInlines(
  inlines: readonly Inline[],
  surroundings: InlineSurroundings,
): readonly ParagraphChild[] {
  return inlines.flatMap((inline): readonly ParagraphChild[] => {
    if (inline.kind === 'break') return [new TextRun({ break: 1 })];
    if (inline.kind === 'text') return writeText(inline, surroundings);
    const picture = surroundings.pictures.get(inline.address);
    if (picture !== undefined) return [drawPicture(picture)];
    return writeText({ kind: 'text', text: inline.alternative }, surroundings);
  });
}

type Text = Extract<Inline, { kind: 'text' }>;

function writeText(inline: Text, { places }: InlineSurroundings): readonly ParagraphChild[] {
  if (inline.link !== undefined) return [writeLink(inline, inline.link)];
  const pieces = inline.text.split(/(\bq_[0-9a-f]{10}\b)/);
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) =>
      places.has(piece)
        ? new InternalHyperlink({ anchor: namePlace(piece), children: [makeRun(inline, piece)] })
        : makeRun(inline, piece),
    );
}

function writeLink(inline: Text, link: string): ParagraphChild {
  if (!webAddress.test(link) || !URL.canParse(link)) return makeRun(inline, inline.text);
  return new ExternalHyperlink({ link: new URL(link).href, children: [makeRun(inline, inline.text, true)] });
}

function makeRun({ bold, italic, code }: Text, text: string, isLink = false): TextRun {
  return new TextRun({
    text,
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: true } : {}),
    ...(code ? { font: 'Courier New' } : {}),
    ...(isLink ? { style: 'Hyperlink' } : {}),
    ...(isRightToLeft(text) ? { rightToLeft: true } : {}),
  });
}

/** docx knows no metafiles: `settleWord` calls this one by its right name. */
function drawPicture({ id, label, description, svg, width, height }: Picture): ParagraphChild {
  const scale = Math.min(1, WIDEST_PICTURE / width);
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(svg),
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    fallback: { type: 'png', data: writeMetafile(svg, { width, height }) },
    altText: { name: id, title: label, description },
  });
}
