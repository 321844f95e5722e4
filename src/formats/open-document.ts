import type { OfficePackage } from '../packages/open-package.js';
import type { Format } from './format.js';
import { readDocument } from './office/read-document.js';
import { readOpenDocument } from './office/read-open-document.js';
import { recognisePackage, takeBytes } from './office/recognise-package.js';

const extensions = ['.odt', '.ott'];
const mediaType = 'application/vnd.oasis.opendocument.text';

/** OpenDocument text: background colours and comments are marks; notes, deletions and hidden text are no speech. */
export const openDocument: Format = {
  id: 'open-document',
  label: 'OpenDocument text',
  extensions,
  readsBytes: true,
  isDocument: true,
  recognise: (source) => recognisePackage(source, { extensions, holds: holdsText }),
  read: (source) => readDocument(source, readOpenDocument(takeBytes(source))),
};

/** Other OpenDocuments, such as sheets, have a `content.xml` too. */
function holdsText(opened: OfficePackage): boolean {
  if (!opened.has('content.xml')) return false;
  const written = opened.read('mimetype');
  return written === undefined || new TextDecoder().decode(written.subarray(0, 100)).startsWith(mediaType);
}
