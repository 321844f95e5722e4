import { makePackage } from '../packages/make-package.js';

/** GUID number n, as a stranger writes it: lower case. */
export const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;');

export type ProjectParts = {
  readonly users?: string;
  readonly codes?: string;
  readonly variables?: string;
  readonly cases?: string;
  readonly sources?: string;
  readonly notes?: string;
  readonly more?: string;
  readonly origin?: string;
  /** Files in the package beside the project. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
};

const wrap = (name: string, content: string | undefined) =>
  content === undefined ? '' : `<${name}>${content}</${name}>`;

/** A `.qdpx` of another tool. */
export function makeProject(parts: ProjectParts, name = 'project.qde') {
  const codes = parts.codes === undefined ? '' : `<CodeBook><Codes>${parts.codes}</Codes></CodeBook>`;
  const xml =
    `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Nights" origin="${parts.origin ?? 'A tool'}">` +
    wrap('Users', parts.users) +
    codes +
    wrap('Variables', parts.variables) +
    wrap('Cases', parts.cases) +
    wrap('Sources', parts.sources) +
    wrap('Notes', parts.notes) +
    `${parts.more ?? ''}</Project>`;
  return makePackage({ [name]: xml, ...parts.files }, 'nights.qdpx');
}

export const code = (n: number, name: string, inside = '', more = '') =>
  `<Code guid="${guid(n)}" name="${escapeXml(name)}" isCodable="true"${more}>${inside}</Code>`;

export const selection = (n: number, place: readonly [number, number], name = '', inside = '') =>
  `<PlainTextSelection guid="${guid(n)}" name="${escapeXml(name)}" startPosition="${place[0]}" endPosition="${place[1]}">${inside}</PlainTextSelection>`;

export const coding = (n: number, theme: number, user?: number) =>
  `<Coding guid="${guid(n)}"${user === undefined ? '' : ` creatingUser="${guid(user)}"`} creationDateTime="2024-05-06T07:08:09Z"><CodeRef targetGUID="${guid(theme)}"/></Coding>`;

/** A text source whose words are a file of the package. */
export const textSource = (n: number, name: string, inside: string, path = `internal://${guid(n)}.txt`) =>
  `<TextSource guid="${guid(n)}" name="${escapeXml(name)}" plainTextPath="${path}">${inside}</TextSource>`;
