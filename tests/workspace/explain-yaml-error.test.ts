import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import { readYaml } from '../../src/workspace/read-yaml.js';
import { sayConflict } from '../../src/workspace/say-conflict.js';

function explain(text: string): string {
  try {
    readYaml('study.yaml', text);
    return '';
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return `${error.place?.line}:${error.place?.column} ${error.message}`;
  }
}

describe('a file that is not YAML', () => {
  it.each([
    [
      'a bracket is not closed',
      'name: [a\ncoder: x\n',
      /^2:1 .*a "\[" before this place is not closed by "\]"/,
    ],
    ['a brace is not closed', 'name: {a: 1\nb: 2', /^2:1 .*a "\{" before this place is not closed by "\}"/],
    [
      'a quotation mark is not closed',
      'name: "x\ncoder: y\n',
      /a quotation mark before this place is not closed/,
    ],
    ['a colon is missing', 'name: x\ncoder y\n', /^2:1 .*no ": " after its key/],
    ['a colon is missing in the first line', 'name x\ncoder: y\n', /^1:1 .*no ": " after its key/],
    ['a value holds a colon', 'name: x: y\n', /^1:7 .*must stand in "quotes"/],
    ['a line is indented', 'name: x\n  coder: y\n', /^1:7 .*the line below it is indented/],
    ['a tab begins a line', 'name: x\n\tcoder: y\n', /^2:1 .*a tab begins this line/],
    ['a key stands there twice', 'a: 1\na: 2\n', /^2:1 .*twice: keep one/],
    ['a value begins with a reserved sign', 'name: @x\n', /^1:7 .*must stand in "quotes"/],
    ['there are two documents', 'name: x\n---\nname: y\n', /second document/],
    ['git left a conflict', '<<<<<<< HEAD\nname: x\n=======\nname: y\n>>>>>>> b\n', /^1:1 .*two versions/],
    ['the package alone knows', '- a\nname: x\n', /^2:1 .*is not YAML: ./],
  ])('is told in plain words where %s', (_what, text, told) => {
    expect(explain(text)).toMatch(told);
  });
});

describe('what git leaves of a conflict', () => {
  it('is known by its seven signs, and nothing else is', () => {
    for (const line of ['<<<<<<< HEAD', '=======', '>>>>>>> 1a2b3c4 (message)', '=======\r'])
      expect(sayConflict(line)).toContain('two versions');
    for (const line of ['', '<<<<<<', '========', 'name: =======', '>>>>>>>>', '==a quote==', '<<<<<<<HEAD'])
      expect(sayConflict(line)).toBe('');
  });
});
