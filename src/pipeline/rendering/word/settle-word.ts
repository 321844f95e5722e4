const pngType = '<Default ContentType="image/png" Extension="png"/>';
const metafileType = '<Default ContentType="image/x-emf" Extension="emf"/>';

/**
 * A part of a document as docx wrote it, without what differs between two runs or tells when and on whose machine it was
 * made: chance ids of links, counters of the process, times.
 */
export function settleWord(xml: string, part: string, language: string): string {
  if (part === 'docProps/core.xml') return settleProperties(xml, language);
  if (part === '[Content_Types].xml') return xml.replace(pngType, metafileType);
  const named = part.endsWith('.rels') ? renameMetafile(xml) : xml;
  return renumber(nameLinks(named));
}

/** docx takes the metafiles beside our charts for PNG, of which there is none. */
export function renameMetafile(text: string): string {
  return text.replace(/(media\/[\w-]+)\.png\b/g, '$1.emf');
}

function settleProperties(xml: string, language: string): string {
  return xml
    .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace(/<cp:lastModifiedBy>[^<]*<\/cp:lastModifiedBy>/, '')
    .replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`);
}

/** docx names a link by chance, the same in the text and in the list of relations, in the order of the text in both. */
function nameLinks(xml: string): string {
  const names = new Map<string, string>();
  return xml.replace(/(?<=\s(?:r:id|Id)=")rId[\w-]*(?=")/g, (id) => {
    if (/^rId\d+$/.test(id)) return id;
    const known = names.get(id) ?? `rIdLink${names.size + 1}`;
    names.set(id, known);
    return known;
  });
}

/** Drawings, bookmarks and headings are counted in the process and not in the document. */
const counted = [
  /(<wp:docPr id=")(\d+)/g,
  /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)/g,
  /((?:\bw:(?:name|anchor)="|>PAGEREF )_Toc)(\d+)/g,
];

function renumber(xml: string): string {
  return counted.reduce((text, pattern) => {
    const numbers = new Map<string, number>();
    return text.replace(pattern, (_, before: string, number: string) => {
      const known = numbers.get(number) ?? numbers.size + 1;
      numbers.set(number, known);
      return `${before}${known}`;
    });
  }, xml);
}
