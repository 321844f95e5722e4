/** A run of text that looks the same throughout, or a line break. */
export type Inline =
  | ({ readonly kind: 'text'; readonly text: string } & Look)
  | { readonly kind: 'break' }
  | { readonly kind: 'picture'; readonly address: string; readonly alternative: string };

export type Look = {
  readonly bold?: true;
  readonly italic?: true;
  readonly code?: true;
  /** An address on the web, of mail, or a place in the text. */
  readonly link?: string;
};

/** A part of a printed text, in the order of reading: what Markdown can say and a word processor can show. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      /** The first number of an ordered one. */
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | TableBlock
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

export type TableBlock = {
  readonly kind: 'table';
  /** As many as every row has cells; the columns of numbers stand on the right. */
  readonly columns: readonly { readonly header: readonly Inline[]; readonly isRight: boolean }[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
};

/** All text of some inlines, as it is read. */
export function joinInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return inline.kind === 'break' ? '\n' : inline.alternative;
    })
    .join('');
}
