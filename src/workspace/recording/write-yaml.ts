import { Document, isCollection, isScalar, type Scalar } from 'yaml';

export type Manner = {
  /** Between brackets, or in lines of its own. */
  readonly flow: boolean;
  /** How the text that stood there was written: plain, in quotes, as a block. */
  readonly type?: Scalar.Type | undefined;
};

/** A key with its value as it stands in a map; further lines are indented from the key's column. */
export function writePair(key: string, value: unknown, { flow, type }: Manner): string {
  const document = new Document({ [key]: value });
  const node = document.getIn([key], true);
  if (isScalar(node) && type !== undefined) node.type = type;
  if (isScalar(node) && flow && String(value).includes('\n')) node.type = 'QUOTE_DOUBLE';
  return flow ? unwrap(document) : document.toString({ lineWidth: 0 }).trimEnd();
}

/** A text as it stands between the brackets of a list. */
export const writeFlowItem = (value: unknown): string => unwrap(new Document([value]));

const oneLine = { lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: 100_000 };

function unwrap(document: Document): string {
  if (isCollection(document.contents)) document.contents.flow = true;
  const text = document.toString(oneLine).trim();
  return text.slice(1, -1).trim();
}

/** An entry as the item of a list in lines of its own, its dash in column 0. */
export const writeItem = (value: unknown): string =>
  `${new Document([value]).toString({ lineWidth: 0 }).trimEnd()}\n`;
