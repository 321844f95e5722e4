import type { SourceBytes } from '../../src/packages/open-package.js';
import {
  type Told,
  toHtml,
  toMarkdown,
  toOpenDocument,
  toPlainText,
  toRichText,
  toWord,
  toWorkbook,
} from '../formats/office/make-documents.js';
import { makeDice } from './plant-quotations.js';

const encode = (text: string) => new TextEncoder().encode(text);
const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** Three seconds a turn, with the sign between seconds and thousandths that a format uses. */
function tellTime(turn: number, sign: string): string {
  const seconds = turn * 3;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}${sign}000`;
}

type SpokenTurn = { readonly label: string; readonly words: string };

function writeCues(turns: readonly SpokenTurn[], write: (turn: SpokenTurn, at: number) => string): string {
  return turns.map(write).join('\n\n');
}

function writeCaptions(turns: readonly SpokenTurn[]): readonly SourceBytes[] {
  const vtt = writeCues(
    turns,
    ({ label, words }, at) => `${tellTime(at, '.')} --> ${tellTime(at + 1, '.')}\n<v ${label}>${words}</v>`,
  );
  const srt = writeCues(
    turns,
    ({ label, words }, at) =>
      `${at + 1}\n${tellTime(at, ',')} --> ${tellTime(at + 1, ',')}\n${label}: ${words}`,
  );
  const sbv = writeCues(
    turns,
    ({ label, words }, at) => `${tellTime(at, '.')},${tellTime(at + 1, '.')}\n${label}: ${words}`,
  );
  return [
    { name: 'P07.vtt', bytes: encode(`WEBVTT\n\n${vtt}\n`) },
    { name: 'P07.srt', bytes: encode(`${srt}\n`) },
    { name: 'P07.sbv', bytes: encode(`${sbv}\n`) },
  ];
}

function writeTables(turns: readonly SpokenTurn[]): readonly SourceBytes[] {
  const segments = turns.map(({ label, words }, at) => {
    return { id: at, start: at * 3, end: at * 3 + 3, text: words, speaker: label };
  });
  const rows = turns.map(({ label, words }) => `${label},"${words}"`);
  return [
    { name: 'P07.json', bytes: encode(JSON.stringify({ text: '', segments, language: 'en' })) },
    { name: 'P07.csv', bytes: encode(`speaker,text\n${rows.join('\n')}\n`) },
  ];
}

/** One invented interview of so many turns, as a file of each kind; every tenth answer is marked where marks can be. */
export function growSources(turns: number): readonly SourceBytes[] {
  const roll = makeDice(5);
  const dealt = 'we they the team a lead work week people always never because think build know said'.split(
    ' ',
  );
  const speak = () => {
    const words = Array.from({ length: 24 }, () => dealt[roll(dealt.length)] ?? '').join(' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  };
  const spoken = Array.from({ length: turns }, (_, at): SpokenTurn => {
    return { label: at % 2 === 0 ? 'Interviewer' : 'P07', words: speak() };
  });
  const told: Told = spoken.map(({ label, words }, at) => {
    return { label, paragraphs: [[{ text: words, isMarked: at % 20 === 1 }]] };
  });
  const writers = [toWord, toOpenDocument, toWorkbook, toRichText, toHtml, toMarkdown, toPlainText];
  return [...writers.map((write) => write(told)), ...writeCaptions(spoken), ...writeTables(spoken)];
}
