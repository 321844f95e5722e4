import { ToolkitError } from '../errors.js';
import { describeError } from './describe-error.js';
import type { Door, ExitCode } from './door.js';

/** What a command is given: the door, and a way to run its work so that every failure ends in words. */
export type Shell = {
  readonly door: Door;
  readonly run: (work: () => Promise<ExitCode>) => Promise<void>;
};

/** Runs one piece of work: a known error is told in at most three lines, an unknown one asks to be reported. */
export async function runWork(work: () => Promise<ExitCode>, door: Door): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ToolkitError) {
      door.tell(describeError(error, door.colours));
      return 2;
    }
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    door.tell(
      describeError(
        {
          message: `unexpected: ${message.slice(0, 200)}`,
          hint: 'This is a fault in Themeloom. Please report it with the command that you ran.',
        },
        door.colours,
      ),
    );
    return 2;
  }
}
