import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  type PageNumberEstimator,
  Paragraph,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import { settlePackage } from '../../packages/settle-package.js';
import { type Block, joinInlines } from './block.js';
import { addressPicture, type Picture } from './picture.js';
import { makePrintable, readBlocks } from './read-blocks.js';
import { renameMetafile, settleWord } from './word/settle-word.js';
import { colours, styleDocument, styleIds } from './word/word-styles.js';
import { beginsWithTitle, writeBlocks } from './word/write-blocks.js';

export type WordOptions = {
  /** Of the document, in its properties and at the foot of its pages. */
  readonly title: string;
  /** ISO 639-1. */
  readonly language: string;
  /** What `addressPicture` addresses in the Markdown, by id. */
  readonly pictures?: ReadonlyMap<string, Picture>;
};

/** Headings from which on a table of contents is worth its space. */
const FEWEST_FOR_CONTENTS = 6;
/** Blocks up to which the pages of headings are worked out: 400 take 1 to 2 s, 3,000 would take 25 s. */
const MOST_FOR_PAGES = 400;
/** Contents without page numbers: they can be clicked, and Word fills the numbers in when it is asked to. */
const noPages: PageNumberEstimator = () => ({ bookmarks: new Map() });
/** Entries that fit on a page with what comes before them. */
const MOST_IN_CONTENTS = 36;
/** A4 with margins of 2.5 cm, in twentieths of a point. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1418, right: 1418, bottom: 1418, left: 1418 },
};

/**
 * A Markdown text as a Word document (.docx): titles, headings, quotes and captions in styles of their own, lists,
 * tables with header rows, pictures with alternative text, links from the id of a quote to where it is printed, a table
 * of contents where there are many headings, page numbers. No author and no time is in it: the same text gives the
 * same bytes. Throws `ToolkitError` for a text that is nested more than a thousand deep.
 */
export async function renderWord(markdown: string, options: WordOptions): Promise<Uint8Array> {
  const { language, pictures = new Map<string, Picture>() } = options;
  const title = makePrintable(options.title);
  const blocks = readBlocks(markdown);
  const byAddress = new Map([...pictures.values()].map((one) => [addressPicture(one.id), one]));
  const document = new Document({
    title,
    creator: 'Themeloom',
    ...styleDocument(language),
    pageNumbers: blocks.length <= MOST_FOR_PAGES ? estimatePageNumbers : noPages,
    sections: [
      {
        properties: { page },
        footers: { default: makeFooter(title) },
        children: addContents(writeBlocks(blocks, byAddress), blocks),
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  return settlePackage(bytes, {
    settle: (xml, part) => settleWord(xml, part, language),
    rename: renameMetafile,
  });
}

function makeFooter(title: string): Footer {
  const look = { font: 'Calibri', size: 17, color: colours.muted };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ ...look, text: `${title}  ·  ` }),
          new TextRun({ ...look, children: [PageNumber.CURRENT] }),
        ],
      }),
    ],
  });
}

type Written = (Paragraph | Table)[];

/** The contents come before the first heading below the title. */
function addContents(written: Written, blocks: readonly Block[]): (Paragraph | Table | TableOfContents)[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const at = blocks.findIndex((block, index) => index > 0 && block.kind === 'heading');
  if (headings.length < FEWEST_FOR_CONTENTS || at < 0) return written;
  const plain = blocks.slice(0, at).every(({ kind }) => kind === 'heading' || kind === 'paragraph');
  if (!plain) return written;
  const contents = [
    new Paragraph({ text: 'Contents', style: styleIds.contents }),
    new TableOfContents('Contents', { hyperlink: true, headingStyleRange: chooseLevels(blocks) }),
  ];
  return [...written.slice(0, at), ...contents, ...written.slice(at)];
}

/** Two levels of headings, unless that would not fit on the first page or mostly repeat the same words. */
function chooseLevels(blocks: readonly Block[]): '1-1' | '1-2' {
  const top = beginsWithTitle(blocks) ? 2 : 1;
  const list = (level: number) =>
    blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === level ? [joinInlines(block.inlines)] : [],
    );
  const below = list(top + 1);
  const repeats = below.length - new Set(below).size;
  return list(top).length + below.length > MOST_IN_CONTENTS || repeats * 2 > below.length ? '1-1' : '1-2';
}
