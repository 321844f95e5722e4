import type { Notice } from '../model/notice.js';
import type { Format, SourceText } from './format.js';
import { readDocument } from './office/read-document.js';
import { readHtml } from './office/read-html.js';

const extensions = ['.html', '.htm', '.xhtml'];
const signature = /^\s*(?:<\?xml[^<>]*>\s*)?(?:<!--[^<>]*-->\s*)?(?:<!doctype\s+html|<html[\s>])/i;
const writtenByOffice = /<meta\s+name="generator"\s+content="(?:LibreOffice|OpenOffice|Apache OpenOffice)/i;
const anyBlock = /<(?:p|div|table|h[1-6]|br|body|ul|ol)[\s/>]/i;

/** HTML: `<mark>` and background colours are marks; scripts, styles and what a page hides are left out. */
export const html: Format = {
  id: 'html',
  label: 'HTML',
  extensions,
  isDocument: true,
  recognise({ name, text }) {
    if (signature.test(text)) return 1;
    const isNamed = extensions.some((extension) => name.toLowerCase().endsWith(extension));
    return isNamed && anyBlock.test(text) ? 0.9 : 0;
  },
  read(source) {
    const reading = readDocument(source, readHtml(source.text));
    return { ...reading, notices: [...reading.notices, ...tellFlattened(source)] };
  },
};

/** What LibreOffice's HTML no longer shows: deleted words stand in it as if they were text, comments without a range. */
function tellFlattened({ name, text }: SourceText): readonly Notice[] {
  if (!writtenByOffice.test(text.slice(0, 10_000))) return [];
  const count = text.match(/<!--/g)?.length ?? 0;
  const comments = count === 0 ? '' : ` (${count} here ${count === 1 ? 'was' : 'were'} left out)`;
  const message = `LibreOffice writes words that were deleted with tracked changes into HTML as if somebody said them, and comments without their passage${comments}: where the document has either, use its .odt or .docx instead`;
  return [{ severity: 'caution', code: 'flattened-document', message, place: { file: name } }];
}
