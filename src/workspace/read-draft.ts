import { basename } from 'node:path';
import { ToolkitError } from '../errors.js';
import type { DraftBlock } from '../formats/drafts/draft-block.js';
import { chooseDraftReader, readDraftBlocks } from '../formats/drafts/read-draft-blocks.js';
import { decodeBytes } from '../text/decode-bytes.js';
import { readGivenFile } from './read-file.js';

/** A draft to be checked: its file name and its paragraphs. */
export type Draft = { readonly file: string; readonly blocks: readonly DraftBlock[] };

/** Bytes. A long book is a fifth of it. */
const LARGEST_DRAFT = 5_000_000;

/**
 * Reads a draft (.md, .txt or .html), wherever it lies; an empty file is a draft without paragraphs. Throws
 * `ToolkitError`: `unsupported-draft`, `draft-too-large`, `binary-file`, `file-missing` and the like.
 */
export function readDraft(path: string): Draft {
  const file = basename(path);
  chooseDraftReader(file);
  const bytes = readGivenFile(path, file);
  if (bytes.length > LARGEST_DRAFT) {
    throw new ToolkitError(
      'draft-too-large',
      `${file} has ${bytes.length} bytes; at most ${LARGEST_DRAFT} are read`,
      {
        hint: 'Check that it is the draft, or split it by chapter.',
        place: { file },
      },
    );
  }
  return {
    file,
    blocks: bytes.length === 0 ? [] : readDraftBlocks({ name: file, text: decodeDraft(bytes, file) }),
  };
}

function decodeDraft(bytes: Uint8Array, file: string): string {
  try {
    return decodeBytes(bytes).text;
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    if (error.code === 'empty-file') return '';
    throw new ToolkitError(error.code, `${file}: ${error.message}`, {
      hint: 'Save it as .md, .txt or .html.',
      place: { file },
      cause: error,
    });
  }
}
