import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  type Table,
} from 'docx';
import { type Block, type Inline, joinInlines } from '../block.js';
import { colours, DEEPEST_LIST, lists, styleIds } from './word-styles.js';
import {
  type InlineSurroundings,
  isRightToLeft,
  listQuoteIds,
  namePlace,
  writeInlines,
} from './write-inlines.js';
import { writeTable } from './write-table.js';

type Writing = InlineSurroundings & {
  /** Whether the first heading is the title, and those below it begin at level 1. */
  readonly hasTitle: boolean;
  /** A number of its own for every list that counts. */
  readonly countList: () => number;
  /** Ids of quotes whose place is already marked: a bookmark's name stands once. */
  readonly placed: Set<string>;
};

/** What a paragraph is made like, and how deep in lists. */
type Setting = { readonly look: Omit<IParagraphOptions, 'children' | 'text'>; readonly depth: number };

const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;
/** How templates begin the line that says whose words a quote is. */
const sourceStart = /^[—–]\s/;

/**
 * The parts of a text as Word's paragraphs and tables: headings by their level, the first one of a text with a single
 * one at the top as its title, quotes with the line that tells their source, lists, tables with a header row.
 */
export function writeBlocks(
  blocks: readonly Block[],
  pictures: InlineSurroundings['pictures'],
): (Paragraph | Table)[] {
  let countedLists = 0;
  const writing: Writing = {
    pictures,
    places: new Set(listSources(blocks).flatMap((inlines) => listQuoteIds(joinInlines(inlines)))),
    hasTitle: beginsWithTitle(blocks),
    countList: () => countedLists++,
    placed: new Set(),
  };
  return writeAll(blocks, writing, { look: {}, depth: -1 });
}

/** Whether a text begins with its only heading of the first level: that is its title. */
export function beginsWithTitle(blocks: readonly Block[]): boolean {
  const tops = blocks.filter((block) => block.kind === 'heading' && block.level === 1);
  return tops.length === 1 && blocks[0] === tops[0];
}

function writeAll(blocks: readonly Block[], writing: Writing, setting: Setting): (Paragraph | Table)[] {
  return blocks.flatMap((block) => writeBlock(block, writing, setting));
}

function writeBlock(block: Block, writing: Writing, setting: Setting): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [writeHeading(block, writing)];
    case 'paragraph':
      return writeParagraphs(block.inlines, writing, setting);
    case 'quote':
      return writeQuote(block.blocks, writing, setting);
    case 'list':
      return writeList(block, writing, setting);
    case 'table':
      return writeTable(block, writing);
    case 'code':
      return block.text.split('\n').map((text) => new Paragraph({ text, style: styleIds.code }));
    case 'rule':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: colours.rule } },
        }),
      ];
  }
}

function writeHeading({ level, inlines }: Extract<Block, { kind: 'heading' }>, writing: Writing): Paragraph {
  const rank = writing.hasTitle ? level - 2 : level - 1;
  const heading =
    rank < 0 ? HeadingLevel.TITLE : (headingLevels[Math.min(rank, headingLevels.length - 1)] ?? 'Heading5');
  return makeParagraph(inlines, writing, { heading });
}

/** A picture stands in a paragraph of its own, with its caption below it. */
function writeParagraphs(inlines: readonly Inline[], writing: Writing, { look }: Setting): Paragraph[] {
  const [only] = inlines;
  const picture =
    only?.kind === 'picture' && inlines.length === 1 ? writing.pictures.get(only.address) : undefined;
  if (picture === undefined) return [makeParagraph(inlines, writing, look)];
  return [
    makeParagraph(inlines, writing, { ...look, keepNext: true, spacing: { before: 200, after: 60 } }),
    makeParagraph([{ kind: 'text', text: picture.label }], writing, { style: styleIds.caption }),
  ];
}

function makeParagraph(
  inlines: readonly Inline[],
  writing: Writing,
  look: Setting['look'],
  children: readonly ParagraphChild[] = writeInlines(inlines, writing),
): Paragraph {
  const bidirectional = isRightToLeft(joinInlines(inlines));
  return new Paragraph({ ...look, ...(bidirectional ? { bidirectional } : {}), children });
}

function writeQuote(blocks: readonly Block[], writing: Writing, { depth }: Setting): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const isLast = index === blocks.length - 1;
    if (isLast && isSource(block)) return [writeSource(block.inlines, writing)];
    return writeBlock(block, writing, { look: { style: styleIds.quote, keepNext: !isLast }, depth });
  });
}

type SourceLine = Extract<Block, { kind: 'paragraph' }>;

function isSource(block: Block): block is SourceLine {
  return block.kind === 'paragraph' && sourceStart.test(joinInlines(block.inlines));
}

/** The line below a quote; the ids in it are places that others can lead to. */
function writeSource(inlines: readonly Inline[], writing: Writing): Paragraph {
  const ids = listQuoteIds(joinInlines(inlines)).filter((id) => !writing.placed.has(id));
  for (const id of ids) writing.placed.add(id);
  const children = writeInlines(inlines, { ...writing, places: new Set() });
  const marked = ids.reduce<readonly ParagraphChild[]>(
    (inside, id) => [new Bookmark({ id: namePlace(id), children: inside })],
    children,
  );
  return makeParagraph(inlines, writing, { style: styleIds.source }, marked);
}

/** The lines that tell the source of a quote, in quotes at the top of a text. */
function listSources(blocks: readonly Block[]): readonly (readonly Inline[])[] {
  return blocks.flatMap((block) => {
    const last = block.kind === 'quote' ? block.blocks.at(-1) : undefined;
    return last !== undefined && isSource(last) ? [last.inlines] : [];
  });
}

function writeList(
  { ordered, items }: Extract<Block, { kind: 'list' }>,
  writing: Writing,
  setting: Setting,
): (Paragraph | Table)[] {
  const depth = Math.min(setting.depth + 1, DEEPEST_LIST);
  const reference = ordered ? lists.numbers : lists.bullets;
  const instance = ordered ? writing.countList() : 0;
  const indent = { left: 400 * (depth + 1) };
  return items.flatMap((item) =>
    item.flatMap((block, index) => {
      const look = index === 0 ? { numbering: { reference, level: depth, instance } } : { indent };
      return writeBlock(block, writing, { look, depth });
    }),
  );
}
