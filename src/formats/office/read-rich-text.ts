import { readColour } from '../../text/read-colour.js';
import type { SourceText } from '../format.js';
import type { SourceDocument } from './document.js';
import {
  addByte,
  addText,
  addWritten,
  closeGroup,
  closeParagraph,
  findGroup,
  flushBytes,
  openGroup,
  type RichTextState,
  redirectGroup,
  startRichText,
} from './rich-text-state.js';
import { characterSigns, characterWords, charsets, codePages, destinations } from './rich-text-words.js';
import { scanRichText } from './scan-rich-text.js';

/**
 * Reads RTF (1.9.1): paragraphs, also those of tables, without what was deleted while changes were tracked, hidden
 * text, notes and text boxes. Throws `ToolkitError` `unsafe-rich-text`.
 */
export function readRichText(source: SourceText): SourceDocument {
  const state = startRichText();
  const table = { red: 0, green: 0, blue: 0, isSet: false };
  scanRichText(source, {
    open: () => openGroup(state),
    close: () => closeGroup(state),
    word: (name, value) => {
      flushBytes(state);
      const { into, isIgnorable } = findGroup(state);
      const destination = destinations.get(name);
      if (destination !== undefined || isIgnorable) {
        if (name === 'object') state.leftOut.embedded += 1;
        redirectGroup(state, destination ?? 'nothing');
        findGroup(state).isIgnorable = false;
        if (name === 'atrfstart' || name === 'atrfend' || name === 'atnref')
          addText(state, String(value ?? ''));
      } else if (into === 'colours') readChannel(table, name, value ?? 0);
      else if (into === 'fonts') readFont(state, name, value ?? 0);
      else readWord(state, name, value);
    },
    sign: (sign) => readSign(state, sign),
    byte: (byte) => addByte(state, byte),
    text: (text) => {
      if (findGroup(state).into === 'colours') closeColours(state, table, text);
      else addWritten(state, text);
    },
  });
  flushBytes(state);
  if (state.runs.length > 0) closeParagraph(state, false);
  const { paragraphs, comments, people, leftOut } = state;
  return { paragraphs, comments, people, leftOut };
}

type Colour = { red: number; green: number; blue: number; isSet: boolean };

function readChannel(colour: Colour, name: string, value: number): void {
  if (name !== 'red' && name !== 'green' && name !== 'blue') return;
  colour[name] = Math.min(255, Math.max(0, value));
  colour.isSet = true;
}

/** A semicolon ends each entry of the table of colours; one without channels is the colour of the page. */
function closeColours(state: RichTextState, colour: Colour, text: string): void {
  for (const sign of text) {
    if (sign !== ';') continue;
    const { red, green, blue, isSet } = colour;
    state.colours.push(isSet ? (readColour(`rgb(${red},${green},${blue})`) ?? '') : '');
    Object.assign(colour, { red: 0, green: 0, blue: 0, isSet: false });
  }
}

function readFont(state: RichTextState, name: string, value: number): void {
  const group = findGroup(state);
  if (name === 'f') group.font = value;
  const encoding = name === 'fcharset' ? charsets.get(value) : undefined;
  if (encoding !== undefined) state.encodings.set(group.font, encoding);
}

function readWord(state: RichTextState, name: string, value: number | undefined): void {
  const characters = characterWords.get(name);
  if (characters !== undefined) {
    if (state.skip > 0) state.skip -= 1;
    else addText(state, characters);
  } else if (name === 'u') readUnicode(state, value ?? 0);
  else if (name === 'par' || name === 'sect' || name === 'page') closeParagraph(state, false);
  else if (name === 'cell' || name === 'row') readTableWord(state, name);
  else if (name === 'ansicpg') state.encoding = codePages.get(value ?? 0) ?? state.encoding;
  else if (name === 'mac') state.encoding = 'macintosh';
  else readLook(state, name, value);
}

/** A UTF-16 unit, written as a signed number. */
function readUnicode(state: RichTextState, value: number): void {
  const unit = value < 0 ? value + 0x10000 : value;
  if (unit > 0 && unit <= 0xffff) addText(state, String.fromCharCode(unit));
  state.skip = findGroup(state).fallbacks;
}

function readTableWord(state: RichTextState, name: 'cell' | 'row'): void {
  if (findGroup(state).into !== 'text') return;
  if (name === 'cell') {
    closeParagraph(state, true);
    const { table, row, column } = state.cell;
    state.cell = { table, row, column: column + 1 };
  } else if (state.cell.column > 0) {
    state.cell = { table: state.cell.table, row: state.cell.row + 1, column: 1 };
  }
}

function readLook(state: RichTextState, name: string, value: number | undefined): void {
  const group = findGroup(state);
  const isOn = value !== 0;
  if (name === 'b') group.isBold = isOn;
  else if (name === 'i' || name === 'ul' || name === 'caps' || name === 'scaps') group.isStyled = isOn;
  else if (name === 'ulnone') group.isStyled = false;
  else if (name === 'v') group.isHidden = isOn;
  else if (name === 'deleted') group.isDeleted = isOn;
  else if (name === 'highlight') group.marker = value ?? 0;
  else if (name === 'chcbpat' || name === 'cb') group.shade = value ?? 0;
  else if (name === 'f') group.font = value ?? 0;
  else if (name === 'uc') group.fallbacks = Math.min(100, Math.max(0, value ?? 1));
  else if (name === 'intbl') group.isInTable = true;
  else if (name === 's') group.style = value ?? 0;
  else if (name === 'pard') Object.assign(group, { isInTable: false, style: 0 });
  else if (name === 'plain')
    Object.assign(group, {
      isBold: false,
      isStyled: false,
      isHidden: false,
      isDeleted: false,
      marker: 0,
      shade: 0,
    });
}

function readSign(state: RichTextState, sign: string): void {
  if (sign === '*') {
    flushBytes(state);
    findGroup(state).isIgnorable = true;
  } else if (sign === '\n' || sign === '\r') closeParagraph(state, false);
  else addWritten(state, characterSigns.get(sign) ?? '');
}
