import { sayConflict } from './say-conflict.js';

/** What the yaml package says of an error. */
type YamlProblem = { readonly code: string; readonly message: string };

const noColon = 'this line has no ": " after its key';
const twoInOne =
  'a value holds ": ", for which it must stand in "quotes", or the line below it is indented and should not be';

/**
 * An error of a YAML file in plain words, where the package's own name grammar; `line` is the line that it stands in. The codes
 * are those of yaml 2.
 */
export function explainYamlError({ code, message }: YamlProblem, line: string): string {
  const conflict = sayConflict(line);
  if (conflict !== '') return conflict;
  const open = /^Flow (sequence|map)/.exec(message)?.[1];
  if (code === 'BAD_INDENT' && open !== undefined)
    return `a "${open === 'map' ? '{' : '['}" before this place is not closed by "${open === 'map' ? '}' : ']'}"`;
  if (code === 'MISSING_CHAR' && message.startsWith('Missing closing'))
    return 'a quotation mark before this place is not closed';
  if (code === 'MISSING_CHAR' && message.startsWith('Implicit')) return noColon;
  return plain.get(code) ?? message.split('\n', 1)[0] ?? message;
}

const plain = new Map([
  ['MULTIPLE_DOCS', 'a second document begins here (---): keep one'],
  ['TAB_AS_INDENT', 'a tab begins this line'],
  ['DUPLICATE_KEY', 'this key stands there twice: keep one'],
  ['BLOCK_AS_IMPLICIT_KEY', twoInOne],
  ['MULTILINE_IMPLICIT_KEY', noColon],
  ['BAD_SCALAR_START', 'a value that begins with this sign must stand in "quotes"'],
]);
