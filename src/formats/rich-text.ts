import type { Format } from './format.js';
import { readDocument } from './office/read-document.js';
import { readRichText } from './office/read-rich-text.js';

/** RTF: highlights, shading and comments are marks; notes, text boxes, deletions and hidden text are no speech. */
export const richText: Format = {
  id: 'rich-text',
  label: 'Rich text (RTF)',
  extensions: ['.rtf'],
  isDocument: true,
  recognise: ({ text }) => (/^\s*\{\\rtf/.test(text) ? 1 : 0),
  read: (source) => readDocument(source, readRichText(source)),
};
