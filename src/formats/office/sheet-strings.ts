import type { OfficePackage } from '../../packages/open-package.js';
import { scanXml } from '../../packages/scan-xml.js';

const escaped = /_x([\da-f]{4})_/gi;

/** The strings that cells of a workbook share, by their number; without what only says how they are pronounced. */
export function readSharedStrings(opened: OfficePackage, part: string): readonly string[] {
  const bytes = opened.read(part);
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let text = '';
  let isText = false;
  let phonetics = 0;
  scanXml(
    { file: opened.file, part, bytes },
    {
      open: ({ name }) => {
        if (name === 's:si') text = '';
        else if (name === 's:rPh') phonetics += 1;
        else if (name === 's:t') isText = phonetics === 0;
      },
      close: (name) => {
        if (name === 's:si') strings.push(decodeString(text));
        else if (name === 's:rPh') phonetics -= 1;
        else if (name === 's:t') isText = false;
      },
      text: (piece) => {
        if (isText) text += piece;
      },
    },
  );
  return strings;
}

/** Characters that XML cannot hold stand as `_x000D_`; line ends become line feeds. */
export function decodeString(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(escaped, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return decoded.replace(/\r\n?/g, '\n');
}
