import type { Look } from './look.js';
import { writeStyle } from './write-style.js';

export type Naming = {
  /** Of the `svg` element and the beginning of every id in it: a letter, then letters, digits, `-` and `_`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly look: Look;
};

const unprintable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const signs = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
const escapeText = (text: string) =>
  text.replace(unprintable, '\ufffd').replace(/[&<>"]/g, (sign) => signs.get(sign) ?? sign);

/** Changes tags and leaves text alone; Vega escapes `<` and `>` in text and in attributes. */
const changeTags = (svg: string, change: (tag: string) => string) => svg.replace(/<[^>]*>/g, change);

/** Vega numbers clips and gradients in a counter of the process; here they are numbered in the chart. */
function numberIds(svg: string, id: string): string {
  const names = new Map<string, string>();
  const named = changeTags(svg, (tag) =>
    tag.replace(/ id="([^"]*)"/, (_, name: string) => {
      names.set(name, `${id}-${names.size + 1}`);
      return ` id="${names.get(name)}"`;
    }),
  );
  return changeTags(named, (tag) =>
    tag.replace(/url\(#([^)"]*)\)/g, (_, name: string) => `url(#${names.get(name) ?? name})`),
  );
}

/** Inside an image a label is no name of its own; as a title it is shown where the pointer rests. */
function turnLabelIntoTitle(tag: string): string {
  const [, label] = / aria-label="([^"]*)"/.exec(tag) ?? [];
  const plain = tag.replace(/ (?:aria-\w+|role)="[^"]*"/g, '').replace(/ opacity="1"/, '');
  const [, name = ''] = /^<(path|text|line|rect)\b/.exec(tag) ?? [];
  if (label === undefined || name === '') return plain;
  const title = `<title>${label}</title>`;
  return plain.endsWith('/>') ? `${plain.slice(0, -2)}>${title}</${name}>` : plain + title;
}

/** Two decimals of a pixel are more than a screen or a printer shows. */
function roundNumbers(tag: string): string {
  return tag.replace(/ (?:d|transform|x|x2|y|y2|width|height)="[^"]*"/g, (attribute) =>
    attribute.replace(/\d+\.\d{3,}(?:e-?\d+)?/g, (digits) => String(Math.round(Number(digits) * 100) / 100)),
  );
}

/** What Vega drew as one named image: a title, a description, ids of its own, and colours for light and dark. */
export function nameParts(drawn: string, { id, title, description, look }: Naming): string {
  const [, width = '0', height = '0'] = /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(drawn) ?? [];
  const font = ` font-family="${escapeText(look.font)}"`;
  const inner = changeTags(numberIds(drawn, id), (tag) =>
    /^<\/?svg\b/.test(tag) ? '' : roundNumbers(turnLabelIntoTitle(tag.replace(font, ''))),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" id="${id}" role="img"`,
    ` aria-labelledby="${id}-title" aria-describedby="${id}-description"`,
    ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"${font}>`,
    `<title id="${id}-title">${escapeText(title)}</title><desc id="${id}-description">${escapeText(description)}</desc>`,
    `<style>${writeStyle(drawn, { id, look })}</style>`,
    inner,
    '</svg>\n',
  ].join('');
}
