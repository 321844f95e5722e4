import { SaxesParser } from 'saxes';

export type SvgElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
};

/** The elements of an SVG in order, each with the text directly in it; throws where it is not well-formed XML. */
export function readSvg(svg: string): readonly SvgElement[] {
  const parser = new SaxesParser();
  const elements: SvgElement[] = [];
  const open: SvgElement[] = [];
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: new Map(Object.entries(attributes)), text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(svg).close();
  return elements;
}

/** The texts of all elements of a name. */
export function readTexts(svg: string, name: string): readonly string[] {
  return readSvg(svg)
    .filter((element) => element.name === name)
    .map(({ text }) => text);
}
