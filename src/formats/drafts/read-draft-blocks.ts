import { ToolkitError } from '../../errors.js';
import type { SourceText } from '../format.js';
import type { DraftBlock } from './draft-block.js';
import { readHtmlDraft } from './read-html-draft.js';
import { readMarkdownDraft } from './read-markdown-draft.js';
import { readTextDraft } from './read-text-draft.js';

type DraftReader = (text: string) => readonly DraftBlock[];

/** Whether a draft is read from its text or from its bytes. */
export type DraftKind = 'text' | 'word';

const readers: ReadonlyMap<string, DraftReader> = new Map([
  ['.md', readMarkdownDraft],
  ['.markdown', readMarkdownDraft],
  ['.txt', readTextDraft],
  ['.text', readTextDraft],
  ['.html', readHtmlDraft],
  ['.htm', readHtmlDraft],
]);

const wordExtensions = new Set(['.docx', '.docm']);

/** What a draft of this name is. Throws `ToolkitError` `unsupported-draft` where nothing reads it. */
export function tellDraftKind(name: string): DraftKind {
  const extension = readExtension(name);
  if (wordExtensions.has(extension)) return 'word';
  if (readers.has(extension)) return 'text';
  throw refuseDraft(name, extension);
}

/**
 * The paragraphs of a draft that is text, in order, in Unicode's composed form (NFC). Throws `ToolkitError`
 * `unsupported-draft`.
 */
export function readDraftBlocks({ name, text }: SourceText): readonly DraftBlock[] {
  const extension = readExtension(name);
  const reader = readers.get(extension);
  if (reader === undefined) throw refuseDraft(name, extension);
  return reader(text.normalize('NFC'));
}

function readExtension(name: string): string {
  return /\.[^.\\/]*$/.exec(name)?.[0].toLowerCase() ?? '.txt';
}

function refuseDraft(name: string, extension: string): ToolkitError {
  return new ToolkitError('unsupported-draft', `${name}: drafts in ${extension} are not read`, {
    hint: 'Save it as .docx, .md, .txt or .html.',
    place: { file: name },
  });
}
