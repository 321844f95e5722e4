import { ToolkitError } from '../../errors.js';
import type { SourceText } from '../format.js';
import type { DraftBlock } from './draft-block.js';
import { readHtmlDraft } from './read-html-draft.js';
import { readMarkdownDraft } from './read-markdown-draft.js';
import { readTextDraft } from './read-text-draft.js';

type DraftReader = (text: string) => readonly DraftBlock[];

const readers: ReadonlyMap<string, DraftReader> = new Map([
  ['.md', readMarkdownDraft],
  ['.markdown', readMarkdownDraft],
  ['.txt', readTextDraft],
  ['.text', readTextDraft],
  ['.html', readHtmlDraft],
  ['.htm', readHtmlDraft],
]);

/** What reads a draft of this name. Throws `ToolkitError` `unsupported-draft` where there is nothing that does. */
export function chooseDraftReader(name: string): DraftReader {
  const extension = /\.[^.\\/]*$/.exec(name)?.[0].toLowerCase() ?? '.txt';
  const reader = readers.get(extension);
  if (reader !== undefined) return reader;
  throw new ToolkitError('unsupported-draft', `${name}: drafts in ${extension} are not read`, {
    hint: 'Save it as .md, .txt or .html.',
    place: { file: name },
  });
}

/** The paragraphs of a draft in order, in Unicode's composed form (NFC). Throws as `chooseDraftReader` does. */
export function readDraftBlocks({ name, text }: SourceText): readonly DraftBlock[] {
  return chooseDraftReader(name)(text.normalize('NFC'));
}
