import { detachText } from '../../packages/detach-text.js';
import type { XmlNode } from '../../packages/read-xml.js';
import type { ExchangedParticipant } from '../exchange.js';
import { attributeOf, findNode, guidOf, listNodes, listTargets } from './read-node.js';
import type { ReadText } from './read-sources.js';
import { nameValues, type ReadValue, readValues } from './read-values.js';

/** A `Case` as the file has it. */
export type ReadCase = {
  readonly key: string;
  readonly name: string;
  readonly values: readonly ReadValue[];
  /** GUIDs of what it refers to. */
  readonly sources: readonly string[];
  readonly selections: readonly string[];
  /** Number of codes that it refers to. */
  readonly codes: number;
};

export type SettledCases = {
  readonly participants: readonly ExchangedParticipant[];
  /** Keys of the selections that cases refer to. */
  readonly selections: ReadonlySet<string>;
  /** Number of codes that cases refer to. */
  readonly codes: number;
};

export function readCase(node: XmlNode): ReadCase {
  return {
    key: guidOf(node),
    name: detachText(attributeOf(node, 'name').trim()),
    values: readValues(node),
    sources: listTargets(node, 'SourceRef'),
    selections: listTargets(node, 'SelectionRef'),
    codes: listNodes(node, 'CodeRef').length,
  };
}

/** The names of the variables, by GUID. */
export function readVariables(project: XmlNode): ReadonlyMap<string, string> {
  const nodes = listNodes(findNode(project, 'Variables'), 'Variable');
  return new Map(nodes.map((node) => [guidOf(node), attributeOf(node, 'name').trim()]));
}

/** Cases, and sources with variables that belong to no case: some programs hang variables on these. */
export function settleCases(
  cases: readonly ReadCase[],
  texts: readonly ReadText[],
  names: ReadonlyMap<string, string>,
): SettledCases {
  const textOfSelection = new Map(
    texts.flatMap(({ key, selections }) => selections.map((selection) => [selection.key, key] as const)),
  );
  const textOfSource = new Map(texts.flatMap(({ key, keys }) => keys.map((each) => [each, key] as const)));
  const participants = cases.map(({ key, name, values, sources, selections }): ExchangedParticipant => {
    const own = [
      ...sources.flatMap((guid) => textOfSource.get(guid) ?? []),
      ...selections.flatMap((guid) => textOfSelection.get(guid) ?? []),
    ];
    return { key, name, attributes: nameValues(values, names), texts: [...new Set(own)] };
  });
  const taken = new Set(participants.flatMap((participant) => participant.texts));
  return {
    participants: [...participants, ...settleSourceCases(texts, names, taken)],
    selections: new Set(cases.flatMap(({ selections }) => selections)),
    codes: cases.reduce((sum, { codes }) => sum + codes, 0),
  };
}

function settleSourceCases(
  texts: readonly ReadText[],
  names: ReadonlyMap<string, string>,
  taken: ReadonlySet<string>,
): readonly ExchangedParticipant[] {
  return texts.flatMap(({ key, name, values }) => {
    const attributes = nameValues(values, names);
    if (taken.has(key) || Object.keys(attributes).length === 0) return [];
    return [{ key, name: name.replace(/(?<=.)\.\w{2,4}$/, ''), attributes, texts: [key] }];
  });
}
