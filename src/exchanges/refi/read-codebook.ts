import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';
import { readXml } from '../../packages/read-xml.js';
import type { ExchangedReading } from '../exchange.js';
import { listCodeLosses } from './list-import-losses.js';
import { readCodes } from './read-codes.js';
import { attributeOf, findNode, isNamed, listNodes } from './read-node.js';

/** Reads a `.qdc`. Throws `ToolkitError` `not-refi-qda`, and what `readXml` throws. */
export function readCodebook({ name, bytes }: SourceBytes): ExchangedReading {
  const root = readXml({ file: name, bytes });
  if (!isNamed(root, 'CodeBook')) {
    throw new ToolkitError('not-refi-qda', `${name} is no REFI-QDA codebook`, {
      hint: 'Export it again as a REFI-QDA codebook (.qdc).',
      place: { file: name },
    });
  }
  const codes = readCodes(root);
  const sets = listNodes(findNode(root, 'Sets'), 'Set').length;
  return {
    study: {
      name: '',
      origin: attributeOf(root, 'origin'),
      themes: codes.themes,
      texts: [],
      passages: [],
      participants: [],
      coders: [],
      memos: [],
    },
    losses: listCodeLosses(codes, { sets }),
    places: { verified: 0, unnamed: 0, moved: 0, doubtful: 0 },
  };
}
