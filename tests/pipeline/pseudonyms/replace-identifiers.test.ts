import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recogniseFormat } from '../../../src/formats/index.js';
import { foldLabel, isKnownLabel } from '../../../src/formats/turns/role-labels.js';
import { readPseudonymSource } from '../../../src/pipeline/pseudonyms/read-pseudonym-source.js';
import {
  prepareDecisions,
  refuseNamesLeft,
  replaceIdentifiers,
} from '../../../src/pipeline/pseudonyms/replace-identifiers.js';
import { splitRuns } from '../../../src/pipeline/pseudonyms/split-runs.js';
import { decodeBytes } from '../../../src/text/decode-bytes.js';
import { makeDecision } from './make-decision.js';

const replace = (name: string, text: string, decisions: ReturnType<typeof makeDecision>[]) =>
  replaceIdentifiers(readPseudonymSource({ name, text }), prepareDecisions(decisions)).text;

describe('replaceIdentifiers', () => {
  it('finds names in JSON behind escapes, and words of one name in words of their own', () => {
    const words = ['from', ' Zo\\u00eb', ' said', ' New', ' York,', 'twice'];
    const text = `{ "segments": [${words.map((word, at) => `{"start":${at},"end":${at + 1},"text":"${word}","id":"x"}`).join(',\n ')}],\n "title": "Call\\nZo\\u00eb" }`;
    const replaced = replace('call.json', text, [
      makeDecision('Zoë', '[Person 1]'),
      makeDecision('New York', '[Place 1]'),
    ]);
    expect(replaced).toBe(
      text
        .replace('" Zo\\u00eb"', '" [Person 1]"')
        .replace('" New"', '" [Place 1]"')
        .replace('" York,"', '" ,"')
        .replace('"Call\\nZo\\u00eb"', '"Call\\n[Person 1]"'),
    );
  });

  it('leaves keys of JSON as they are', () => {
    const text = '{"segments":[{"start":1,"end":2,"text":"Text here","speaker":"Segments"}]}';
    const replaced = replace('call.json', text, [
      makeDecision('text', '[Alias 1]'),
      makeDecision('segments', '[Alias 2]'),
    ]);
    expect(replaced).toBe('{"segments":[{"start":1,"end":2,"text":"[Alias 1] here","speaker":"Alias 2"}]}');
  });

  it('finds a name that captions cut in two, through tags, numbers and times', () => {
    const text =
      'WEBVTT\n\n1\n00:00:05.000 --> 00:00:07.000 align:start\n<v Dana>I live in New</v>\n\n2\n00:00:07.000 --> 00:00:09.000\n<v Dana>York <i>now</i></v>\n';
    expect(
      replace('a.vtt', text, [makeDecision('New York', '[Place 1]'), makeDecision('Dana', '[Person 1]')]),
    ).toBe(text.replace('New<', '[Place 1]<').replace('York ', ' ').replaceAll('<v Dana>', '<v Person 1>'));
  });

  it('never takes the times of captions for numbers of people', () => {
    const text = '1\n00:00:05,000 --> 00:00:07,000\nDana: call 5000\n';
    expect(replace('a.srt', text, [makeDecision('5000', '[Number 1]')])).toBe(
      text.replace('call 5000', 'call [Number 1]'),
    );
  });

  it('takes the overrides and line breaks of subtitles for no words', () => {
    const text = '1\n00:00:05,000 --> 00:00:07,000\nDana: from {\\c&HFF&}New{\\c} York, yes\n';
    expect(replace('a.srt', text, [makeDecision('New York', '[Place 1]')])).toBe(
      text.replace('New{\\c} York', '[Place 1]'),
    );
  });

  it('leaves the times of tables, and takes no name for one that goes over two cells', () => {
    const text =
      'start\tend\tspeaker\ttext\n1001250\t1003830\tNew\tYork calls 1001250\n1003830\t1004000\tDana\tNew\n';
    const sought = [makeDecision('1001250', '[Number 1]'), makeDecision('New York', '[Place 1]')];
    expect(replace('a.tsv', text, sought)).toBe(text.replace('calls 1001250', 'calls [Number 1]'));
  });

  it('replaces numbers in every other column, in quoted cells too', () => {
    const text = 'time,speaker,text\n0:01,Dana,"call, ""now"", 4155550123"\n0:05,Dana,4155550123\n';
    expect(replace('a.csv', text, [makeDecision('4155550123', '[Phone 1]')])).toBe(
      text.replaceAll('4155550123', '[Phone 1]'),
    );
  });
});

const cases = join(import.meta.dirname, '..', '..', 'formats', 'cases');
const inputs = readdirSync(cases).flatMap((folder) =>
  readdirSync(join(cases, folder))
    .filter((name) => name.startsWith('input.'))
    .map((name) => ({ folder, name, path: join(cases, folder, name) })),
);

/** Turns as a reader gives them, without what is said. */
const outline = (name: string, text: string) =>
  recogniseFormat({ name, text })
    ?.read({ name, text })
    .interviews.map(({ turns }) => turns.map(({ label, startsAtMs, line }) => ({ label, startsAtMs, line })));

describe('every format that is read', () => {
  it.each(inputs.filter(({ path }) => statSync(path).isFile() && statSync(path).size > 0))(
    'keeps its turns, times and labels, and no name: $folder',
    ({ name, path }) => {
      const { text } = decodeBytes(readFileSync(path));
      const source = readPseudonymSource({ name, text });
      const names = source.labels.filter((label) => !isKnownLabel(label));
      const spoken = source.turns.flatMap((words) =>
        splitRuns(words)
          .map(({ start, end }) => words.slice(start, end))
          .filter((word) => /^\p{Lu}\p{Ll}{3,}$/u.test(word)),
      );
      const decisions = [...new Set([...names, ...spoken])]
        .filter((word) => !/^(?:person|interviewer|speaker|participant)/i.test(word))
        .map((word, index) => makeDecision(word, `[Alias ${index + 1}]`));
      const replacer = prepareDecisions(decisions);
      const replaced = replaceIdentifiers(source, replacer).text;
      const again = readPseudonymSource({ name, text: replaced });
      refuseNamesLeft(again, replacer);
      expect(replaceIdentifiers(again, replacer).text).toBe(replaced);
      expect(replaced.split('\n').length).toBe(text.split('\n').length);
      const aliases = new Map(
        decisions.map((decision) => [foldLabel(decision.text), decision.replacement.slice(1, -1)]),
      );
      expect(outline(name, replaced)).toEqual(
        outline(name, text)?.map((turns) =>
          turns.map((turn) => ({ ...turn, label: aliases.get(foldLabel(turn.label)) ?? turn.label })),
        ),
      );
    },
  );
});
