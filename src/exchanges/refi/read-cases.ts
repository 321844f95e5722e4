import type { XmlNode } from '../../packages/read-xml.js';
import type { ExchangedParticipant } from '../exchange.js';
import { attributeOf, findNode, guidOf, listNodes, listTargets, textOf } from './read-node.js';
import type { ReadText } from './read-sources.js';

export type ReadCases = {
  readonly participants: readonly ExchangedParticipant[];
  /** Keys of the selections that cases refer to. */
  readonly selections: ReadonlySet<string>;
  /** Number of codes that cases refer to. */
  readonly codes: number;
};

const values = ['TextValue', 'BooleanValue', 'IntegerValue', 'FloatValue', 'DateValue', 'DateTimeValue'];

/** Cases, and sources with variables that belong to no case: some programs hang variables on these. */
export function readCases(project: XmlNode, texts: readonly ReadText[]): ReadCases {
  const names = new Map(
    listNodes(findNode(project, 'Variables'), 'Variable').map((node) => [
      guidOf(node),
      attributeOf(node, 'name').trim(),
    ]),
  );
  const cases = listNodes(findNode(project, 'Cases'), 'Case');
  const textOfSelection = new Map(
    texts.flatMap(({ key, selections }) => selections.map((selection) => [selection.key, key] as const)),
  );
  const textOfSource = new Map(texts.flatMap(({ key, keys }) => keys.map((each) => [each, key] as const)));
  const participants = cases.map((node): ExchangedParticipant => {
    const own = [
      ...listTargets(node, 'SourceRef').flatMap((guid) => textOfSource.get(guid) ?? []),
      ...listTargets(node, 'SelectionRef').flatMap((guid) => textOfSelection.get(guid) ?? []),
    ];
    return {
      key: guidOf(node),
      name: attributeOf(node, 'name').trim(),
      attributes: readValues(node, names),
      texts: [...new Set(own)],
    };
  });
  const taken = new Set(participants.flatMap((participant) => participant.texts));
  return {
    participants: [...participants, ...readSourceCases(texts, names, taken)],
    selections: new Set(cases.flatMap((node) => listTargets(node, 'SelectionRef'))),
    codes: cases.reduce((sum, node) => sum + listNodes(node, 'CodeRef').length, 0),
  };
}

type Names = ReadonlyMap<string, string>;

function readSourceCases(
  texts: readonly ReadText[],
  names: Names,
  taken: ReadonlySet<string>,
): readonly ExchangedParticipant[] {
  return texts.flatMap(({ key, name, node }) => {
    const attributes = readValues(node, names);
    if (taken.has(key) || Object.keys(attributes).length === 0) return [];
    return [{ key, name: name.replace(/(?<=.)\.\w{2,4}$/, ''), attributes, texts: [key] }];
  });
}

function readValues(node: XmlNode, names: Names): Readonly<Record<string, string>> {
  const found = listNodes(node, 'VariableValue').flatMap((value) => {
    const [reference] = listTargets(value, 'VariableRef');
    const name = reference === undefined ? undefined : names.get(reference);
    const written = values.map((kind) => textOf(value, kind)).find((text) => text !== '');
    return name === undefined || name === '' || written === undefined
      ? []
      : [[name, written.trim()] as const];
  });
  return Object.fromEntries(found);
}
