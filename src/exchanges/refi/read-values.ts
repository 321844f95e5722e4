import { detachText } from '../../packages/detach-text.js';
import type { XmlNode } from '../../packages/read-xml.js';
import { listNodes, listTargets, textOf } from './read-node.js';

/** What a case or source has under a variable. */
export type ReadValue = { readonly variable: string; readonly text: string };

const kinds = ['TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue', 'DateTimeValue'];

/** The values that an element holds, without empty ones. */
export function readValues(node: XmlNode): readonly ReadValue[] {
  return listNodes(node, 'VariableValue').flatMap((value) => {
    const [variable] = listTargets(value, 'VariableRef');
    const text = kinds.map((kind) => textOf(value, kind)).find((written) => written !== '');
    return variable === undefined || text === undefined ? [] : [{ variable, text: detachText(text.trim()) }];
  });
}

/** Values by the names of their variables. */
export function nameValues(
  values: readonly ReadValue[],
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const named = values.map(({ variable, text }) => [names.get(variable) ?? '', text] as const);
  return Object.fromEntries(named.filter(([name]) => name !== ''));
}
