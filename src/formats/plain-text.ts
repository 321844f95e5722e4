import type { Format, SourceText } from './format.js';
import { holdsLabelledLines } from './turns/holds-labelled-lines.js';
import { readFrontMatter } from './turns/read-front-matter.js';
import { readInterview } from './turns/read-interview.js';

const extensions = ['.txt', '.text'];

/** What begins like this is data or a document for a program, not speech. */
const machineText = /^\s*(?:\{|\[\s*[{"[]|<\?xml|<!doctype|<html|\[script info\])/i;

/** Text with speaker labels in any of the styles that people and programs write, or without labels. */
export const plainText: Format = {
  id: 'plain-text',
  label: 'Plain text',
  extensions,
  recognise(source) {
    if (machineText.test(source.text)) return 0;
    if (holdsLabelledLines(source.text)) return 0.5;
    return isTextFile(source) ? 0.1 : 0;
  },
  read(source) {
    const frontMatter = readFrontMatter(source);
    return readInterview({ source, frontMatter, lines: frontMatter.lines, syntax: 'plain' });
  },
};

function isTextFile({ name }: SourceText): boolean {
  return !name.includes('.') || extensions.some((extension) => name.toLowerCase().endsWith(extension));
}
