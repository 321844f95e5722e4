import { openPackage } from '../packages/open-package.js';
import { readColour } from '../text/read-colour.js';
import type { Format } from './format.js';
import type { DocumentParagraph, DocumentRun, SourceDocument } from './office/document.js';
import { readDocument } from './office/read-document.js';
import { readPeople } from './office/read-people.js';
import { readWord } from './office/read-word.js';
import { recognisePackage, takeBytes } from './office/recognise-package.js';
import type { WordDocument, WordParagraph, WordRun } from './office/word-document.js';

const extensions = ['.docx', '.docm'];
/** Word's own names of styles are English in every language. */
const headingStyle = /^(?:heading \d|title|subtitle|toc \d|toc heading)$/i;

/** Word: highlights, shading and comments are marks; notes, text boxes, deletions and hidden text are no speech. */
export const word: Format = {
  id: 'word',
  label: 'Word document',
  extensions,
  readsBytes: true,
  isDocument: true,
  recognise: (source) =>
    recognisePackage(source, { extensions, holds: (opened) => opened.has('word/document.xml') }),
  read(source) {
    const given = takeBytes(source);
    const document = readWord(given);
    return readDocument(source, convertDocument(document, readPeople(openPackage(given))));
  },
};

function convertDocument(document: WordDocument, people: readonly string[]): SourceDocument {
  const { paragraphs, comments, leftOut } = document;
  const holdsText = ({ runs }: WordParagraph) => runs.some(({ text }) => text.trim() !== '');
  const countIn = (...places: WordParagraph['where'][]) =>
    paragraphs.filter((each) => places.includes(each.where) && holdsText(each)).length;
  return {
    paragraphs: paragraphs.filter(({ where }) => where === 'body' || where === 'table').map(convertParagraph),
    comments,
    people,
    leftOut: { ...leftOut, notes: countIn('footnote', 'endnote'), boxes: countIn('text-box') },
  };
}

function convertParagraph({ number, styles, cell, runs }: WordParagraph): DocumentParagraph {
  return {
    number,
    isHeading: styles.some((name) => headingStyle.test(name)),
    ...(cell === undefined ? {} : { cell }),
    runs: runs.map(convertRun),
  };
}

function convertRun({ text, isBold, isStyled, highlight, commentIds }: WordRun): DocumentRun {
  const colour = highlight === undefined ? undefined : readColour(highlight);
  return {
    text,
    isSet: isBold || isStyled === true,
    commentIds,
    ...(colour === undefined ? {} : { colour }),
  };
}
