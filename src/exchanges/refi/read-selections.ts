import { decisionRecordSchema } from '../../model/decision.js';
import { detachText } from '../../packages/detach-text.js';
import type { XmlNode } from '../../packages/read-xml.js';
import { attributeOf, findNode, guidOf, listNodes, listTargets, textOf } from './read-node.js';

/** A `Coding`. */
export type ReadCoding = {
  readonly key: string;
  readonly code: string;
  readonly user: string;
  readonly at: string;
  readonly notes: readonly string[];
};

/** A `PlainTextSelection` or `TranscriptSelection`; positions as the file has them. */
export type ReadSelection = {
  readonly key: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly description: string;
  readonly user: string;
  readonly at: string;
  readonly codings: readonly ReadCoding[];
  readonly notes: readonly string[];
};

/** The selections of a text. One without usable positions has `NaN`-free ones that lie outside every text. */
export function readSelections(source: XmlNode): readonly ReadSelection[] {
  const points = readSyncPoints(source);
  return [
    ...listNodes(source, 'PlainTextSelection').map((node) =>
      readSelection(node, [
        readPosition(attributeOf(node, 'startPosition')),
        readPosition(attributeOf(node, 'endPosition')),
      ]),
    ),
    ...listNodes(source, 'TranscriptSelection').map((node) =>
      readSelection(node, [
        points.get(guidOf(node, 'fromSyncPoint')) ?? OUTSIDE,
        points.get(guidOf(node, 'toSyncPoint')) ?? OUTSIDE,
      ]),
    ),
  ];
}

const OUTSIDE = -1;

function readPosition(text: string): number {
  return /^\s*\d{1,10}\s*$/.test(text) ? Number(text) : OUTSIDE;
}

/** Positions of the points that tie a recording to its transcript. */
function readSyncPoints(source: XmlNode): ReadonlyMap<string, number> {
  return new Map(
    listNodes(source, 'SyncPoint').map((node) => [guidOf(node), readPosition(attributeOf(node, 'position'))]),
  );
}

function readSelection(node: XmlNode, [start, end]: readonly [number, number]): ReadSelection {
  return {
    key: guidOf(node),
    name: detachText(attributeOf(node, 'name')),
    start,
    end,
    description: detachText(textOf(node, 'Description').trim()),
    user: guidOf(node, 'creatingUser'),
    at: readTime(attributeOf(node, 'creationDateTime')),
    codings: readCodings(node),
    notes: listTargets(node, 'NoteRef'),
  };
}

/** The codings that an element holds. */
export function readCodings(node: XmlNode): readonly ReadCoding[] {
  return listNodes(node, 'Coding').flatMap((coding) => {
    const reference = findNode(coding, 'CodeRef');
    if (reference === undefined) return [];
    return [
      {
        key: guidOf(coding),
        code: guidOf(reference, 'targetGUID'),
        user: guidOf(coding, 'creatingUser'),
        at: readTime(attributeOf(coding, 'creationDateTime')),
        notes: listTargets(coding, 'NoteRef'),
      },
    ];
  });
}

/** A time with a zone, as our own files want it: one without is taken for UTC; empty where it is no time. */
export function readTime(text: string): string {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/.exec(text.trim());
  if (found === null) return '';
  const [, day, time, zone = 'Z'] = found;
  const written = `${day}T${time}${zone}`;
  return decisionRecordSchema.shape.at.safeParse(written).success ? written : '';
}
