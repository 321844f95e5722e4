import type { Notice } from '../model/notice.js';

/** A source file, decoded: no byte order mark, line feeds only. */
export type SourceText = {
  /** File name with extension, for notices and as a hint of the format. */
  readonly name: string;
  readonly text: string;
  /** The file as it is, where it is no text but a zip of parts (.docx, .odt, .xlsx); `text` is empty then. */
  readonly bytes?: Uint8Array;
  /** Labels that the study names as speakers: each counts, also where it occurs once. */
  readonly labels?: readonly string[];
};

/** What one speaker says in one go, as the source has it. */
export type Turn = {
  /** The label as written, without brackets or colon; empty where the source names nobody. */
  readonly label: string;
  /** Spoken words only, trimmed; lines joined by a line feed where the source breaks a paragraph. Never empty. */
  readonly words: string;
  readonly startsAtMs?: number;
  /** 1-based line of the source where the turn begins; in a word processor's file its paragraph, in a sheet its row. */
  readonly line: number;
};

/** A passage marked in the source. Offsets are UTF-16 units into `words` of its first and last turn, end exclusive. */
export type SourceMark = {
  readonly from: { readonly turn: number; readonly offset: number };
  readonly to: { readonly turn: number; readonly offset: number };
  readonly themes: readonly string[];
  readonly line: number;
  /** `#rrggbb` of a text marker or of shading: the study says what it stands for. */
  readonly colour?: string;
  /** What a comment says beside its themes. */
  readonly note?: string;
  /** Code of the comment's author, `c1` for the first of the file's; without one the study's coder marked it. */
  readonly coder?: string;
};

/** One interview within a source file: most files hold one, a table may hold many. */
export type Interview = {
  /** Set only where one file holds several interviews: becomes the transcript's id. */
  readonly id?: string;
  readonly participant?: string;
  /** ISO day. */
  readonly date?: string;
  readonly turns: readonly Turn[];
  readonly marks: readonly SourceMark[];
  /** Number of timed cues or rows before they were joined into turns. */
  readonly cues: number;
};

export type FormatReading = {
  readonly interviews: readonly Interview[];
  readonly notices: readonly Notice[];
  /** Names of the comments' authors, the one called `c1` first; never stored and never printed. */
  readonly authors?: readonly string[];
};

/** One kind of source file. A new format is one file with one of these and one line in `index.ts`. */
export type Format = {
  /** Kebab-case. */
  readonly id: string;
  readonly label: string;
  /** With the dot, lower case; only a tie-break between formats that recognise the content equally well. */
  readonly extensions: readonly string[];
  /** Whether it reads a source's `bytes`; every other format reads its `text`. */
  readonly readsBytes?: true;
  /** Whether its files do not hold the words as they read: lines count paragraphs or rows, and nothing is replaced in it. */
  readonly isDocument?: true;
  /** How surely the content is of this format: 0 (no) to 1 (a signature that no other format has). */
  recognise(source: SourceText): number;
  /** Reads it; throws `ToolkitError` only where nothing can be read at all. */
  read(source: SourceText): FormatReading;
};
