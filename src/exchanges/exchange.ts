import type { Consent } from '../model/participant.js';
import type { Study } from '../model/study.js';
import type { SourceBytes } from '../packages/open-package.js';
import type { MarkedReading } from './marked/marked-reading.js';

/** Something that has no place on the other side, and what becomes of it. */
export type Loss = {
  /** In the words of the side that has it: `colour`, `wording`, `PictureSource`. */
  readonly element: string;
  readonly count: number;
  /** What becomes of it, and what to do where something can be done. */
  readonly reason: string;
  /** `true` where a note of ours carries it, so that our own import has it again. */
  readonly kept: boolean;
  /** The tool that loses it, where others do not. */
  readonly tool?: string;
  /** Set where it has a place with us and could not be taken: somebody has to look. */
  readonly isLeft?: true;
};

/** Everything is called by a `key` that is unique in the file. */
export type ExchangedTheme = {
  readonly key: string;
  readonly parent: string | null;
  readonly label: string;
  /** What the file says of its place with us: only in files of our own. */
  readonly id?: string;
  readonly dimension?: { readonly id: string; readonly label: string };
  readonly description: string;
  readonly include: string;
  readonly exclude: string;
  readonly keywords: readonly string[];
  readonly notKeywords: readonly string[];
  readonly examples: readonly string[];
};

/** What one speaker says in one go: offsets in UTF-16 units into the text. */
export type ExchangedTurn = {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly startsAtMs?: number;
};

export type ExchangedText = {
  readonly key: string;
  readonly name: string;
  /** Line feeds only, no byte order mark; otherwise as the file has it. */
  readonly text: string;
  /** Only in files of our own, and only as long as the text is as we wrote it. */
  readonly own?: {
    readonly id: string;
    readonly date?: string;
    readonly participants: readonly string[];
    readonly turns: readonly ExchangedTurn[];
  };
};

export type ExchangedDecision = {
  readonly theme: string;
  /** Key of an `ExchangedCoder`; absent where the file does not say. */
  readonly coder?: string;
  readonly applies: boolean;
  /** About the theme, and speaks against it; never where it does not apply. */
  readonly contradicts?: true;
  /** ISO 8601. */
  readonly at?: string;
  readonly note?: string;
};

export type ExchangedPassage = {
  readonly key: string;
  readonly text: string;
  /** UTF-16 units into the text: start in, end out. */
  readonly start: number;
  readonly end: number;
  readonly note?: string;
  readonly coder?: string;
  readonly at?: string;
  /** Somebody's own pick. */
  readonly important?: boolean;
  /** Only in files of our own. */
  readonly own?: { readonly id: string; readonly wording?: string; readonly important?: boolean };
  readonly decisions: readonly ExchangedDecision[];
};

export type ExchangedParticipant = {
  readonly key: string;
  /** A code of ours, or whatever the file calls a case: a name too. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly consent?: Consent;
  /** Keys of the texts that belong to it. */
  readonly texts: readonly string[];
};

/** `isCode`: the name is a coder's code with us, rather than a person's name. */
export type ExchangedCoder = { readonly key: string; readonly name: string; readonly isCode: boolean };

export type ExchangedMemo = { readonly theme: string; readonly text: string };

/** A study as another tool has it. Parents come before their children. */
export type ExchangedStudy = {
  readonly name: string;
  /** The program that wrote it, as it calls itself; empty where it does not. */
  readonly origin: string;
  readonly themes: readonly ExchangedTheme[];
  readonly texts: readonly ExchangedText[];
  readonly passages: readonly ExchangedPassage[];
  readonly participants: readonly ExchangedParticipant[];
  readonly coders: readonly ExchangedCoder[];
  readonly memos: readonly ExchangedMemo[];
};

export type ExchangedReading = {
  readonly study: ExchangedStudy;
  readonly losses: readonly Loss[];
  /** How the places of passages bore out. */
  readonly places: {
    /** Their words are those that the file itself gives for them. */
    readonly verified: number;
    /** The file gives no words for them: taken where it says. */
    readonly unnamed: number;
    /** Found again by their words, elsewhere than the file says. */
    readonly moved: number;
    /** The file gives other words for them than stand there: taken where it says, and to be looked at. */
    readonly doubtful: number;
  };
};

export type ExchangedFile = {
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
  /** What stands in it, as plain data: looked through before it goes out. The whole study where it is missing. */
  readonly outgoing?: unknown;
};

/** A way to hand a whole study to other tools, or to take one. A new one is one file and one line in `index.ts`. */
export type Exchange = {
  /** Kebab-case. */
  readonly id: string;
  readonly label: string;
  /** With the dot, lower case. */
  readonly extensions: readonly string[];
  /** Set where its files hold a taxonomy and nothing that anybody said. */
  readonly onlyThemes?: true;
  /** Whether a file is one of these, where its extension does not tell. Never throws. */
  holds?(source: SourceBytes): boolean;
  /** Throws `ToolkitError` where nothing can be read, or nothing is safe to be read. */
  read?(source: SourceBytes): ExchangedReading;
  /** Instead of `read`, for files that do not hold the texts: the study has to have them. Throws as `read` does. */
  readMarked?(source: SourceBytes): MarkedReading;
  /** The same study gives the same bytes. Holds whatever the study holds: whose words may leave is asked before. */
  write?(study: Study): ExchangedFile | Promise<ExchangedFile>;
};
