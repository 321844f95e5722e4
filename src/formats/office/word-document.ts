/** A stretch of text of one look. */
export type WordRun = {
  /** Tabs are tabs, breaks within a paragraph are line feeds, soft hyphens are left out. Never empty. */
  readonly text: string;
  readonly isBold: boolean;
  /** Set apart by something else: italics, underlining, capitals, a colour of its letters, or a style of its own. */
  readonly isStyled?: true;
  /** The colour's name of a text marker (`yellow`), else of shading as six hex digits; absent where there is neither. */
  readonly highlight?: string;
  /** Comments whose range holds it, by id, oldest first. */
  readonly commentIds: readonly string[];
};

export type WordParagraph = {
  /** 1-based, of the paragraphs in reading order; a note and a text box have the number of the paragraph that holds them. */
  readonly number: number;
  readonly where: 'body' | 'table' | 'text-box' | 'footnote' | 'endnote';
  /** 1-based number of the footnote or endnote that it belongs to. */
  readonly note?: number;
  /** Of the outermost table that holds it: all count from 1, tables over the whole document. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  /** Ids and names of its style and of those that the style is based on, nearest first; localised as in the file. */
  readonly styles: readonly string[];
  /** None in an empty paragraph. */
  readonly runs: readonly WordRun[];
};

export type WordComment = { readonly id: string; readonly author: string; readonly text: string };

export type WordDocument = {
  /** In reading order; notes and text boxes right behind the paragraph that holds them. */
  readonly paragraphs: readonly WordParagraph[];
  readonly comments: readonly WordComment[];
  /** How much was not read as text. */
  readonly leftOut: {
    /** Stretches, rows and cells that were deleted or moved away while changes were tracked. */
    readonly deletions: number;
    /** Runs of hidden text, and hidden rows of tables. */
    readonly hidden: number;
    /** Documents put in whole, which the program that made the file has not unfolded. */
    readonly embedded: number;
  };
};

/** The text of a paragraph. */
export function joinRuns({ runs }: WordParagraph): string {
  return runs.map(({ text }) => text).join('');
}
