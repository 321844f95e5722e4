import { ToolkitError } from '../../errors.js';
import type { Decision } from '../../model/decision.js';
import { suggestNearest } from '../../text/did-you-mean.js';

function explainUnknown(coder: string, known: readonly string[]): ToolkitError {
  const near = suggestNearest(coder, known);
  const hint =
    near !== undefined
      ? `Did you mean "${near}"?`
      : known.length === 0
        ? 'Nobody has decided anything in this study.'
        : `There are: ${known.join(', ')}.`;
  return new ToolkitError('unknown-coder', `no decision is by a coder "${coder}"`, { hint });
}

/**
 * The coders to compare, by name: those asked for, or everybody who decided anything. Throws `ToolkitError` for a
 * coder who decided nothing.
 */
export function chooseCoders(
  decisions: readonly Decision[],
  asked: readonly string[] | undefined,
): readonly string[] {
  const known = [...new Set(decisions.map(({ coder }) => coder))].sort();
  const unknown = asked?.find((coder) => !known.includes(coder));
  if (unknown !== undefined) throw explainUnknown(unknown, known);
  return asked === undefined ? known : [...new Set(asked)].sort();
}
