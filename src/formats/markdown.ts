import type { Format } from './format.js';
import { acceptLabels } from './turns/accept-labels.js';
import { splitLines } from './turns/draft-turn.js';
import { readFrontMatter } from './turns/read-front-matter.js';
import { readInterview } from './turns/read-interview.js';
import { readMarkdownLines } from './turns/read-markdown-lines.js';

const extensions = ['.md', '.markdown'];

/** Enough of a file to tell what it is. */
const sampleLength = 4000;

/** Markdown with speaker labels in bold, in italics, as headings or plain. */
export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown',
  extensions,
  recognise({ name, text }) {
    if (countSetLabels(text) > 1) return 0.8;
    return extensions.some((extension) => name.toLowerCase().endsWith(extension)) ? 0.6 : 0;
  },
  read(source) {
    const frontMatter = readFrontMatter({ ...source, text: blankComments(source.text) });
    return readInterview({
      source,
      frontMatter,
      lines: readMarkdownLines(frontMatter.lines),
      syntax: 'markdown',
    });
  },
};

function countSetLabels(text: string): number {
  const sample = text.slice(0, sampleLength);
  if (!/^[^\n]{0,20}(?:\*|__?)\S/m.test(sample)) return 0;
  const { openings } = acceptLabels(readMarkdownLines(splitLines(sample)));
  return [...openings.values()].filter(({ emphasised }) => emphasised).length;
}

/** Takes comments out and keeps their line feeds, so that lines keep their numbers. */
function blankComments(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start);
    if (end === -1) break;
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n]+/g, ''));
    from = end + 3;
  }
  return parts.join('') + text.slice(from);
}
