import { ToolkitError } from '../errors.js';
import { describeError } from './describe-error.js';
import type { Shell } from './shell.js';

/** The `run` of a command that publishes: what the gate refuses is a finding (1), told as an error is. */
export function guardRun({ door, run }: Shell): Shell['run'] {
  return (work) =>
    run(async () => {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ToolkitError) || error.code !== 'publication-refused') throw error;
        door.tell(describeError(error, door.colours));
        return 1;
      }
    });
}
