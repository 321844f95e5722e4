import type { Formatter } from 'picocolors/types.js';

/** Colours for messages on stderr: plain functions that return their text unchanged where colour is off. */
export type Colours = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', Formatter>>;

/** All that a command may touch of the outside world. Data go to `print`, everything else to `tell`. */
export type Door = {
  /** Writes to standard output, as given. */
  readonly print: (text: string) => void;
  /** Writes one message to standard error. */
  readonly tell: (message: string) => void;
  /** Whether standard error is a terminal: only then is progress drawn. */
  readonly isTerminal: boolean;
  readonly colours: Colours;
  readonly now: () => Date;
  /** The current folder. */
  readonly folder: string;
};

/** 0 done, 1 findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2;
