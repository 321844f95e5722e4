/** An element to be written; an attribute that is `undefined` is left out, and so is a child. */
export type XmlDraft = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly children?: readonly (XmlDraft | string | undefined)[];
};

/** Characters that XML 1.0 cannot hold, in any notation (§2.2). */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** XML in UTF-8 with its declaration. What XML cannot hold becomes U+FFFD. */
export function writeXml(root: XmlDraft): Uint8Array {
  const parts: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  writeElement(root, parts);
  parts.push('\n');
  return new TextEncoder().encode(parts.join(''));
}

function writeElement({ name, attributes = {}, children = [] }: XmlDraft, parts: string[]): void {
  parts.push(`<${name}`);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) parts.push(` ${key}="${escapeAttribute(value)}"`);
  const present = children.filter((child) => child !== undefined && child !== '');
  if (present.length === 0) {
    parts.push('/>');
    return;
  }
  parts.push('>');
  for (const child of present) {
    if (child === undefined) continue;
    if (typeof child === 'string') parts.push(escapeText(child));
    else writeElement(child, parts);
  }
  parts.push(`</${name}>`);
}

function escapeText(text: string): string {
  return text.replace(unwritable, '\uFFFD').replace(/[&<>\r]/g, (sign) => references[sign] ?? sign);
}

/** Line ends and tabs would be read as spaces. */
function escapeAttribute(text: string): string {
  return text
    .replace(unwritable, '\uFFFD')
    .replace(/[&<>"\r]/g, (sign) => references[sign] ?? sign)
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}

/** A wrapper with its children; nothing at all without any, since the schemas want one. */
export function wrapList(name: string, children: readonly XmlDraft[]): XmlDraft | undefined {
  return children.length === 0 ? undefined : { name, children };
}
