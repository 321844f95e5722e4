import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../../src/errors.js';
import { parseJson } from '../../../src/formats/turns/parse-json.js';

function failureOf(text: string): ToolkitError | undefined {
  try {
    parseJson({ name: 'talk.json', text });
    return undefined;
  } catch (error) {
    return error instanceof ToolkitError ? error : undefined;
  }
}

describe('parseJson', () => {
  it('says where a file was cut off', () => {
    const failure = failureOf('{"segments": [\n  {"start": 1');
    expect([failure?.code, failure?.place]).toEqual([
      'json-syntax',
      { file: 'talk.json', line: 2, column: 14 },
    ]);
    expect(failure?.hint).toContain('cut off');
  });

  it('says on which line and column a character is wrong', () => {
    expect(failureOf('{\n  "a": 1,\n  "b": [1 2]\n}')?.place).toEqual({
      file: 'talk.json',
      line: 3,
      column: 11,
    });
  });

  it('does not quote the transcript', () => {
    const failure = failureOf('{"text": "my secret garden" oops}');
    expect(`${failure?.message} ${failure?.hint}`).not.toContain('secret');
  });
});
