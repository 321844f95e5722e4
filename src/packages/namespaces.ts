const openXml = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
const openDocument = 'urn:oasis:names:tc:opendocument:xmlns';
const microsoft = 'http://schemas.microsoft.com/office';

/**
 * The prefix by which a namespace is called here, whatever a file calls it. OOXML's transitional and strict namespaces
 * (ISO/IEC 29500-4 and -1) share one.
 */
const prefixes: ReadonlyMap<string, string> = new Map([
  [`${openXml}/wordprocessingml/2006/main`, 'w'],
  [`${strict}/wordprocessingml/main`, 'w'],
  [`${openXml}/spreadsheetml/2006/main`, 's'],
  [`${strict}/spreadsheetml/main`, 's'],
  [`${openXml}/drawingml/2006/main`, 'a'],
  [`${strict}/drawingml/main`, 'a'],
  [`${openXml}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${strict}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${openXml}/officeDocument/2006/relationships`, 'r'],
  [`${strict}/officeDocument/relationships`, 'r'],
  [`${openXml}/officeDocument/2006/math`, 'm'],
  [`${strict}/officeDocument/math`, 'm'],
  [`${openXml}/package/2006/relationships`, 'rel'],
  [`${openXml}/package/2006/content-types`, 'ct'],
  [`${openXml}/markup-compatibility/2006`, 'mc'],
  [`${microsoft}/word/2010/wordprocessingShape`, 'wps'],
  [`${microsoft}/word/2010/wordml`, 'w14'],
  [`${microsoft}/word/2012/wordml`, 'w15'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  [`${openDocument}:office:1.0`, 'office'],
  [`${openDocument}:text:1.0`, 'text'],
  [`${openDocument}:table:1.0`, 'table'],
  [`${openDocument}:style:1.0`, 'style'],
  [`${openDocument}:drawing:1.0`, 'draw'],
  [`${openDocument}:xsl-fo-compatible:1.0`, 'fo'],
  [`${openDocument}:meta:1.0`, 'meta'],
  [`${openDocument}:manifest:1.0`, 'manifest'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  ['urn:QDA-XML:project:1.0', 'qda'],
  ['urn:QDA-XML:codebook:1.0', 'qda'],
]);

/** Names made before, since a document has few and uses them a million times. */
const names = new Map<string, Map<string, string>>();
const MOST_NAMES = 1000;

/**
 * The one name of an element or attribute: `w:p`, `text:span`, `qda:Code`; without prefix where it is in no namespace,
 * and `{namespace}local` where the namespace is not one of those known here.
 */
export function nameOf(namespace: string, local: string): string {
  if (namespace === '') return local;
  const prefix = prefixes.get(namespace);
  if (prefix === undefined) return `{${namespace}}${local}`;
  const known = names.get(prefix)?.get(local);
  return known ?? joinName(prefix, local);
}

function joinName(prefix: string, local: string): string {
  const name = `${prefix}:${local}`;
  const known = names.get(prefix);
  if (known === undefined) names.set(prefix, new Map([[local, name]]));
  else if (known.size < MOST_NAMES) known.set(local, name);
  return name;
}
