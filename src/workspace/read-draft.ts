import { basename } from 'node:path';
import { ToolkitError } from '../errors.js';
import type { DraftBlock } from '../formats/drafts/draft-block.js';
import { readDraftBlocks, tellDraftKind } from '../formats/drafts/read-draft-blocks.js';
import { readWordDraft } from '../formats/drafts/read-word-draft.js';
import type { Notice } from '../model/notice.js';
import { decodeBytes, looksBinary } from '../text/decode-bytes.js';
import { readGivenFile } from './read-file.js';

/** A draft to be checked: its file name, its paragraphs, and what was left out of them. */
export type Draft = {
  readonly file: string;
  readonly blocks: readonly DraftBlock[];
  readonly notices: readonly Notice[];
  /** What `line` of a place counts: a Word document has no lines. */
  readonly countedIn: 'line' | 'paragraph';
};

/** Bytes of text, or letters of a Word document. A long book is a fifth of it. */
const LARGEST_DRAFT = 5_000_000;

/**
 * Reads a draft (.docx, .md, .txt or .html), wherever it lies; an empty text file is a draft without paragraphs. Throws
 * `ToolkitError`: `unsupported-draft`, `draft-too-large`, `binary-file`, `damaged-package`, `file-missing` and the like.
 */
export function readDraft(path: string): Draft {
  const file = basename(path);
  const kind = tellDraftKind(file);
  const bytes = readGivenFile(path, file);
  return kind === 'word' ? readWordFile(bytes, file) : readTextFile(bytes, file);
}

function readWordFile(bytes: Uint8Array, file: string): Draft {
  const { blocks, notices } = readWordDraft({ name: file, bytes });
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  refuseLarge(file, length, 'letters');
  return { file, blocks, notices, countedIn: 'paragraph' };
}

function readTextFile(bytes: Uint8Array, file: string): Draft {
  refuseLarge(file, bytes.length, 'bytes');
  const blocks = bytes.length === 0 ? [] : readDraftBlocks({ name: file, text: decodeDraft(bytes, file) });
  return { file, blocks, notices: [], countedIn: 'line' };
}

function refuseLarge(file: string, size: number, unit: string): void {
  if (size <= LARGEST_DRAFT) return;
  throw new ToolkitError(
    'draft-too-large',
    `${file} has ${size} ${unit}; at most ${LARGEST_DRAFT} are read`,
    {
      hint: 'Check that it is the draft, or split it by chapter.',
      place: { file },
    },
  );
}

/** More than one character in ten that no encoding has: not a text with a few broken letters. */
const isUndecodable = (text: string) => (text.match(/\ufffd/gu)?.length ?? 0) * 10 > text.length;

function decodeDraft(bytes: Uint8Array, file: string): string {
  try {
    const { text } = decodeBytes(bytes);
    if (!looksBinary(text) && !isUndecodable(text)) return text;
    throw new ToolkitError('binary-file', 'The file is not text: too much of it is no letter or sign.');
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    if (error.code === 'empty-file') return '';
    throw new ToolkitError(error.code, `${file}: ${error.message}`, {
      hint: 'Save it as .docx, .md, .txt or .html.',
      place: { file },
      cause: error,
    });
  }
}
