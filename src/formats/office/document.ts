/** A stretch of text of one look. */
export type DocumentRun = {
  /** Tabs are tabs, breaks within a paragraph are line feeds. */
  readonly text: string;
  /** Set apart from running text, as speakers' names are: bold, in italics, underlined, coloured or in a style of its own. */
  readonly isSet: boolean;
  /** `#rrggbb`: what it was marked with, be it a text marker or shading. */
  readonly colour?: string;
  /** Comments whose range holds it. */
  readonly commentIds: readonly string[];
};

/** A place in a table; all count from 1, tables over the whole document. */
export type TableCell = { readonly table: number; readonly row: number; readonly column: number };

export type DocumentParagraph = {
  /** 1-based, in reading order. */
  readonly number: number;
  readonly isHeading: boolean;
  readonly cell?: TableCell;
  readonly runs: readonly DocumentRun[];
};

/** `author` is a person's name: it goes no further than a notice, as initials. */
export type DocumentComment = { readonly id: string; readonly author: string; readonly text: string };

/** How much of each kind was not read as speech. */
export type LeftOut = {
  /** Stretches that were deleted while changes were tracked. */
  readonly deletions: number;
  /** Stretches of hidden text. */
  readonly hidden: number;
  /** Whole documents within it. */
  readonly embedded: number;
  /** Paragraphs of footnotes and endnotes. */
  readonly notes: number;
  /** Paragraphs of text boxes. */
  readonly boxes: number;
};

/** What a word processor's file holds, whichever program wrote it. */
export type SourceDocument = {
  readonly paragraphs: readonly DocumentParagraph[];
  readonly comments: readonly DocumentComment[];
  /** Names in its properties. */
  readonly people: readonly string[];
  readonly leftOut: LeftOut;
};

export const nothingLeftOut: LeftOut = { deletions: 0, hidden: 0, embedded: 0, notes: 0, boxes: 0 };

/** The text of a paragraph. */
export function joinDocumentRuns({ runs }: DocumentParagraph): string {
  return runs.map(({ text }) => text).join('');
}
