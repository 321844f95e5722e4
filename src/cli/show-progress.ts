import type { Door } from './door.js';

/** Draws how far a long job is; does nothing where there is no terminal or `--quiet` was asked for. */
export type Progress = {
  readonly step: (done: number, total: number, what: string) => void;
  readonly stop: () => void;
};

/** A progress bar on standard error, loaded only where it is drawn. */
export async function startProgress(door: Door, quiet: boolean): Promise<Progress> {
  if (!door.isTerminal || quiet) return { step: () => undefined, stop: () => undefined };
  const { SingleBar } = await import('cli-progress').then((module) => module.default);
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {what}',
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    // Ctrl-C ends the work at once: the terminal must be as it was at every moment.
    hideCursor: false,
    linewrap: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(1, 0, { what: '' });
  return {
    step: (done, total, what) => {
      bar.setTotal(total);
      bar.update(done, { what });
    },
    stop: () => bar.stop(),
  };
}
