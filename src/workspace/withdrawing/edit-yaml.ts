import { type Document, isMap, isPair, isScalar, parseDocument, visit } from 'yaml';
import type { Withdrawal } from '../../pipeline/plan-withdrawal.js';
import { isSaying, redactSpoken } from '../../pipeline/withdrawing/spoken-runs.js';

export type EditedYaml = { readonly text: string; readonly examples: number };

/** `taxonomy.yaml`, or any YAML, without a participant's words: an item of a list goes, any other text loses the passage. Comments stay. */
export function takeWordsOut(text: string, { runs }: Withdrawal): EditedYaml {
  const document = parseDocument(text);
  let examples = 0;
  let isChanged = false;
  visit(document, {
    Scalar: (key, node, path) => {
      if (typeof node.value !== 'string' || key === 'key') return undefined;
      const isExample = isExampleOf(path);
      const redacted = redactSpoken(node.value, runs);
      // A keyword of a few words is a researcher's own: of lists, only examples are somebody's.
      if (redacted === node.value && !(isExample && isSaying(node.value, runs))) return undefined;
      isChanged = true;
      if (isExample) examples += 1;
      if (typeof key === 'number') return visit.REMOVE;
      node.value = redacted;
      return undefined;
    },
  });
  const edited = isChanged ? printYaml(document) : text;
  return { text: redactComments(edited, runs), examples };
}

function isExampleOf(path: readonly unknown[]): boolean {
  const pair = path.at(-2);
  return isPair(pair) && isScalar(pair.key) && pair.key.value === 'examples';
}

export type ForgottenSettings = {
  readonly participantId: string;
  /** Names of files in `transcripts/` that are gone. */
  readonly files: readonly string[];
};

/** `study.yaml` without what it says of a participant's transcripts and labels. */
export function editSettings(text: string, { participantId, files }: ForgottenSettings): string {
  const document = parseDocument(text);
  const speakers = document.get('speakers');
  const labels = isMap(speakers)
    ? speakers.items.filter(({ value }) => isScalar(value) && String(value.value) === participantId)
    : [];
  const gone = files.filter((file) => document.hasIn(['transcripts', file]));
  for (const { key } of labels) document.deleteIn(['speakers', key]);
  for (const file of gone) document.deleteIn(['transcripts', file]);
  return labels.length + gone.length === 0 ? text : printYaml(document);
}

const printYaml = (document: Document) => document.toString({ lineWidth: 0, flowCollectionPadding: true });

function redactComments(text: string, runs: Withdrawal['runs']): string {
  return text.replace(/#[^\n]*(?:\n[^\S\n]*#[^\n]*)*/g, (comment) => redactSpoken(comment, runs));
}
