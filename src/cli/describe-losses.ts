import type { ImportResult } from '../index.js';

type Losses = ImportResult['exchanged'][number]['losses'];

/** A line for each thing that has no place on the other side; those of single tools follow the others. */
export function describeLosses(losses: Losses): readonly string[] {
  const general = losses.filter(({ tool }) => tool === undefined);
  const ofTools = losses.filter(({ tool }) => tool !== undefined);
  return [
    ...general.map(
      ({ element, count, reason, kept }) =>
        `${kept ? 'no field' : 'left out'}: ${element} (${count}): ${reason}`,
    ),
    ...ofTools.map(({ tool, element, count, reason }) => `${tool}: ${element} (${count}): ${reason}`),
  ];
}
