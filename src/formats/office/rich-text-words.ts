/** Control words of RTF 1.9.1 that stand for characters. */
export const characterWords: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);

/** Control symbols that stand for characters; an optional hyphen stands for none. */
export const characterSigns: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '-'],
  ['-', ''],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['\t', '\t'],
]);

/** What is read of a group that begins with such a word; of others that begin with `\*` nothing is. */
export const destinations: ReadonlyMap<string, Destination> = new Map([
  ['fonttbl', 'fonts'],
  ['colortbl', 'colours'],
  ['stylesheet', 'styles'],
  ['author', 'person'],
  ['operator', 'person'],
  ['manager', 'person'],
  ['company', 'person'],
  ['atnauthor', 'author'],
  ['annotation', 'comment'],
  ['atnref', 'comment-number'],
  ['atrfstart', 'comment-start'],
  ['atrfend', 'comment-end'],
  ['footnote', 'note'],
  ['shptxt', 'box'],
  ['txbxcontent', 'box'],
  ...(
    'info title subject category keywords comment doccomm hlinkbase creatim revtim printim buptim pict object objdata header headerl headerr headerf footer footerl footerr footerf ' +
    'fldinst listtext pntext nonshppict themedata colorschememapping datastore xmlnstbl rsidtbl generator revtbl listtable ' +
    'listoverridetable latentstyles atnid atndate atnicn atnparent atntime bkmkstart bkmkend tc xe background ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn sp sn sv'
  )
    .split(' ')
    .map((name) => [name, 'nothing'] as const),
]);

export type Destination =
  | 'text'
  | 'nothing'
  | 'fonts'
  | 'colours'
  | 'styles'
  | 'person'
  | 'author'
  | 'comment'
  | 'comment-number'
  | 'comment-start'
  | 'comment-end'
  | 'note'
  | 'box';

/** Encodings of a font's character set (`\fcharset`), by the names of the WHATWG; Western ones where none is named. */
export const charsets: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

/** Encodings of code pages (`\ansicpg`). */
export const codePages: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [1253, 'windows-1253'],
  [1254, 'windows-1254'],
  [1255, 'windows-1255'],
  [1256, 'windows-1256'],
  [1257, 'windows-1257'],
  [1258, 'windows-1258'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
]);
