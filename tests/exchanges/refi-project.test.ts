import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ToolkitError } from '../../src/errors.js';
import { exchanges, findExchange } from '../../src/exchanges/index.js';
import { refiCodebook } from '../../src/exchanges/refi-codebook.js';
import { refiProject } from '../../src/exchanges/refi-project.js';
import { openPackage } from '../../src/packages/open-package.js';
import { cutQuote } from '../../src/pipeline/make-quote.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { makePackage } from '../packages/make-package.js';
import { accept, buildParticipant, buildStudy, buildTheme } from '../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../pipeline/build-transcript.js';
import { code, coding, guid, makeProject, selection, textSource } from './make-project.js';

const schemas = join(import.meta.dirname, '../../../shared/corpora/interchange');
const hasLint = (() => {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** What xmllint says of a file against one of the official schemas; empty where it is valid. */
function validate(bytes: Uint8Array, schema: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'themeloom-'));
  try {
    writeFileSync(join(folder, 'a.xml'), bytes);
    execFileSync(
      'xmllint',
      ['--noout', '--nonet', '--schema', join(schemas, schema), join(folder, 'a.xml')],
      {
        stdio: 'pipe',
      },
    );
    return '';
  } catch (error) {
    return String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { read, write } = refiProject;
const openProject = (bytes: Uint8Array) => {
  const from = openPackage({ name: 'a.qdpx', bytes });
  return { from, xml: new TextDecoder().decode(from.read('project.qde')) };
};

const talk = buildTranscript('P01', [
  ['I', 'How do you sleep?'],
  ['P01', 'Badly 😀, "since" <nights> & days are loud.\nAnd long.'],
]);
const quote = {
  ...quoteWords(talk, '"since" <nights> & days'),
  note: 'A > B\n"said"',
  by: 'ana',
  at: '2026-04-02T09:14:11+02:00',
};
const study = buildStudy({
  participants: [buildParticipant('P01', ['research'], { role: 'nurse & <more>', team: '' })],
  transcripts: [talk],
  themes: [buildTheme('sleep', { label: 'Sleep "well"' }), buildTheme('naps', { parentId: 'sleep' })],
  quotes: [quote, { ...quoteWords(talk, 'And long.'), wording: 'Long […].', important: true }],
  decisions: [
    accept(quote, 'sleep'),
    { ...accept(quote, 'naps'), applies: false, note: 'not at night', decidedAt: '' },
  ],
  memos: [{ themeId: 'sleep', commentary: 'They\tall say it.', questions: ['Why?'] }],
});

describe.skipIf(!hasLint || !existsSync(schemas))(
  'against the official schemas, where xmllint and these are there',
  () => {
    it.each([
      ['the sample study', () => readStudy(join(import.meta.dirname, '../../data/sample')).study],
      ['a study with every kind of thing in it', () => study],
      ['an empty study', () => buildStudy({})],
    ])('%s is a valid project, and a valid codebook where it has themes', (_what, make) => {
      const value = make();
      expect(
        validate(openProject(write(value).bytes).from.read('project.qde') ?? new Uint8Array(), 'Project.xsd'),
      ).toBe('');
      if (value.taxonomy.themes.length > 0)
        expect(validate(refiCodebook.write(value).bytes, 'Codebook.xsd')).toBe('');
    });
  },
);

describe('a REFI-QDA project that is written', () => {
  it('is the same bytes for the same study, with names in lower case and GUIDs in upper case', () => {
    const { bytes } = write(study);
    expect(write(study).bytes).toEqual(bytes);
    const { from, xml } = openProject(bytes);
    const [, source] = from.parts.map(({ name }) => name);
    expect(source).toMatch(/^sources\/[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\.txt$/);
    expect(
      xml.match(/(?<=[gG]uid="|GUID=")[^"]*/g)?.filter((found) => found !== found.toUpperCase()),
    ).toEqual([]);
    const own = xml.match(/(?<= guid=")[^"]*/g) ?? [];
    expect(new Set(own).size).toBe(own.length);
  });

  it('counts code points, half-open, into text that says who speaks', () => {
    const { from, xml } = openProject(write(study).bytes);
    const [, source = ''] = from.parts.map(({ name }) => name);
    const points = [...new TextDecoder().decode(from.read(source))];
    expect(points.join('')).toBe(
      'Interviewer: How do you sleep?\n\nP01: Badly 😀, "since" <nights> & days are loud.\nAnd long.',
    );
    const [, start, end] = /name="&quot;since[^>]*startPosition="(\d+)" endPosition="(\d+)"/.exec(xml) ?? [];
    expect(points.slice(Number(start), Number(end)).join('')).toBe(quote.exact);
  });

  it('names a passage over several turns by all that stands there, so that its place is borne out', () => {
    const start = talk.text.indexOf('sleep?');
    const end = talk.text.indexOf(' 😀');
    const long = { ...quote, id: 'q_long', ...cutQuote(talk.text, { start, end }) };
    const { places } = read({ name: 'a.qdpx', bytes: write({ ...study, quotes: [long] }).bytes });
    expect(places).toEqual({ verified: 1, unnamed: 0, moved: 0, doubtful: 0 });
  });

  it('tells what has no field, what comes back with us, and what single tools leave', () => {
    const { losses } = write(study);
    const of = (element: string) => losses.filter((loss) => loss.element === element);
    expect(of('wording')).toMatchObject([{ count: 1, kept: true }]);
    expect(of('rejected decision')).toMatchObject([{ count: 1, kept: true }]);
    expect(of('attribute')).toMatchObject([
      { count: 1, tool: 'ATLAS.ti' },
      { count: 1, tool: 'MAXQDA' },
    ]);
    expect(losses.every(({ count }) => count > 0)).toBe(true);
  });

  it('keeps its rejections, wordings, notes and consent for our own import, but nobody who edits it is believed blindly', () => {
    const { study: back } = read({ name: 'a.qdpx', bytes: write(study).bytes });
    expect(back.passages).toMatchObject([
      {
        note: quote.note,
        own: { id: quote.id },
        decisions: [{ applies: true }, { applies: false, note: 'not at night' }],
      },
      { own: { wording: 'Long […].', important: true }, decisions: [] },
    ]);
    expect(back.participants).toMatchObject([{ name: 'P01', consent: { scopes: ['research'] } }]);
    const { xml, from } = openProject(write(study).bytes);
    const [, source = ''] = from.parts.map(({ name }) => name);
    const files = { [source]: 'P01: Other words.' };
    const edited = xml
      .replace('&quot;research&quot;', '&quot;everything&quot;')
      .replace('"research"', '"everything"');
    const { study: changed } = read(makePackage({ 'project.qde': edited, ...files }, 'a.qdpx'));
    expect(changed.texts[0]?.own).toBeUndefined();
    expect(changed.participants[0]?.consent?.scopes).toEqual([]);
  });
});

describe('a REFI-QDA project of another tool', () => {
  const words = 'So.\r\nI never know.\r\nNobody says.';

  it.each([
    ['a name of its own for the project, and capitals', 'Nights.QDE', 'Sources/', 'internal://'],
    ['files elsewhere that lie in the package after all', 'project.qde', 'sources/', 'relative:///C:/x/'],
    ['no scheme', 'project.qde', 'sources/', ''],
  ])('is read with %s', (_what, name, folder, scheme) => {
    const source = textSource(
      10,
      'A',
      selection(11, [5, 18], 'I never know.', coding(12, 2)),
      `${scheme}T.txt`,
    );
    const { study: back, places } = read(
      makeProject(
        {
          codes: code(2, 'Sleep'),
          sources: source,
          files: { [`${folder}t.txt`]: `\uFEFF${words}`, 'sources/.root': '' },
        },
        name,
      ),
    );
    expect(back.texts).toMatchObject([{ text: words.replaceAll('\r\n', '\n') }]);
    expect(places.verified).toBe(1);
    expect(back.passages[0]?.decisions).toHaveLength(1);
  });

  it('gives the texts of PDFs and recordings, and tells what is drawn, linked, grouped or without words', () => {
    const { study: back, losses } = read(
      makeProject({
        codes: code(2, 'Sleep', '', ' color="#abc"'),
        sources:
          `<PDFSource guid="${guid(10)}" name="Page"><PDFSelection guid="${guid(11)}" page="1" firstX="0" firstY="0" secondX="1" secondY="1">${coding(12, 2)}</PDFSelection>` +
          `<Representation guid="${guid(13)}"><PlainTextContent>Words of a page.</PlainTextContent>${selection(14, [0, 5], 'Words', coding(15, 2))}</Representation></PDFSource>` +
          `<AudioSource guid="${guid(20)}" name="Talk"><Transcript guid="${guid(21)}"><PlainTextContent>Said aloud.</PlainTextContent>` +
          `<SyncPoint guid="${guid(22)}" timeStamp="0" position="0"/><SyncPoint guid="${guid(23)}" timeStamp="9" position="4"/>` +
          `<TranscriptSelection guid="${guid(24)}" fromSyncPoint="${guid(22)}" toSyncPoint="${guid(23)}">${coding(25, 2)}</TranscriptSelection></Transcript></AudioSource>` +
          `<PictureSource guid="${guid(30)}"/>${textSource(31, 'Gone', selection(32, [0, 4]))}`,
        more: `<Sets><Set guid="${guid(40)}" name="A"><MemberCode targetGUID="${guid(2)}"/></Set></Sets>`,
      }),
    );
    expect(back.texts.map(({ name }) => name)).toEqual(['Page', 'Talk']);
    expect(back.passages.map(({ start, end }) => [start, end])).toEqual([
      [0, 5],
      [0, 4],
    ]);
    expect(losses.map(({ element, count }) => `${element} ${count}`)).toEqual([
      'colour of a code 1',
      'Set 1',
      'PDFSelection 1',
      'PictureSource 1',
      'source without its words 1',
    ]);
  });

  it('takes annotations that hang on passages by links, and comments without a code', () => {
    const { study: back } = read(
      makeProject({
        sources: textSource(
          10,
          'A',
          selection(11, [5, 18]) + selection(12, [0, 3], '', '<Description>odd</Description>'),
        ),
        notes: `<Note guid="${guid(20)}"><PlainTextContent>Look again.</PlainTextContent></Note>`,
        more: `<Links><Link guid="${guid(21)}" originGUID="{${guid(11).toUpperCase()}}" targetGUID="${guid(20)}"/></Links>`,
        files: { [`sources/${guid(10)}.txt`]: words },
      }),
    );
    expect(back.passages.map(({ note }) => note)).toEqual(['Look again.', 'odd']);
  });

  it('takes a time without a zone for UTC, and none that is no time', () => {
    const times = [
      '2024-05-06T07:08:09',
      '2024-05-06 07:08:09.5',
      '2024-02-30T07:08:09Z',
      '2024-05-06T24:00:01Z',
      'May',
    ];
    const marked = times.map((time, index) =>
      selection(20 + index, [0, 3]).replace(' name', ` creationDateTime="${time}" name`),
    );
    const files = { [`sources/${guid(10)}.txt`]: words };
    const { study: back } = read(makeProject({ sources: textSource(10, 'A', marked.join('')), files }));
    expect(back.passages.map(({ at }) => at)).toEqual([
      '2024-05-06T07:08:09Z',
      '2024-05-06T07:08:09.5Z',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['no zip', { name: 'a.qdpx', bytes: new TextEncoder().encode('<Project/>') }, 'damaged-package'],
    ['no project', makePackage({ 'a.xml': '<a/>' }), 'not-refi-qda'],
    ['two projects', makePackage({ 'a.qde': '<Project/>', 'b.qde': '<Project/>' }), 'not-refi-qda'],
    ['another root', makePackage({ 'project.qde': '<Report/>' }), 'not-refi-qda'],
    [
      'entities',
      makePackage({ 'project.qde': '<!DOCTYPE a [<!ENTITY b "c">]><Project>&b;</Project>' }),
      'unsafe-xml',
    ],
    ['a name that climbs', makePackage({ 'project.qde': '<Project/>', '../x.txt': 'x' }), 'damaged-package'],
    [
      'one name twice',
      makePackage({ 'project.qde': '<Project/>', 'Project.QDE': '<Project/>' }),
      'damaged-package',
    ],
    ['a million nested elements', makePackage({ 'project.qde': '<Code>'.repeat(1_000_000) }), 'unsafe-xml'],
    ['a bomb', makePackage({ 'project.qde': new Uint8Array(60_000_000).fill(32) }), 'package-too-large'],
  ])('is refused with %s', (_what, source, expected) => {
    expect(() => read(source)).toThrow(expect.objectContaining({ code: expected }));
  });

  it('never ends in anything but a study or an error that says what to do, whatever its numbers and names', () => {
    const number = fc.oneof(
      fc.integer({ min: -9, max: 60 }).map(String),
      fc.constantFrom('', 'x', '1e9', '99999999999', '4.5'),
    );
    const name = fc.oneof(
      fc.constantFrom('', '__proto__', 'constructor', 'So.'),
      fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
    );
    const part = fc
      .tuple(number, number, name)
      .map(
        ([start, end, called]) =>
          `<PlainTextSelection guid="${called.replace(/[<&"]/g, '')}" startPosition="${start}" endPosition="${end}" creationDateTime="${start}"><Coding><CodeRef targetGUID="${guid(2)}"/></Coding></PlainTextSelection>`,
      );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        try {
          const { study: back } = read(
            makeProject({
              codes: code(2, '__proto__') + code(2, 'twice'),
              sources: textSource(10, '__proto__', parts.join('')),
              files: { [`sources/${guid(10)}.txt`]: words },
            }),
          );
          for (const { start, end } of back.passages)
            expect(start >= 0 && start <= end && end <= 31).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(ToolkitError);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a REFI-QDA codebook', () => {
  it('comes back with its dimensions, parents, rules and keywords', () => {
    const bytes = refiCodebook.write(study).bytes;
    expect(refiCodebook.read({ name: 'a.qdc', bytes }).study.themes).toMatchObject([
      { id: 'sleep', label: 'Sleep "well"', parent: null, dimension: { id: 'theme' } },
      { id: 'naps', label: 'naps' },
    ]);
  });

  it('is read in the namespace of an older version, with categories and colours told', () => {
    const xml = `\uFEFF<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="Old"><Codes><Code guid="a" name=" Sleep  well " isCodable="false" color="#fff"><Code guid="b" name="Naps" isCodable="true"/></Code></Codes></CodeBook>`;
    const reading = refiCodebook.read({ name: 'a.qdc', bytes: new TextEncoder().encode(xml) });
    expect(reading.study.themes.map(({ label, parent }) => [label, parent])).toEqual([
      ['Sleep well', null],
      ['Naps', 'A'],
    ]);
    expect(reading.losses.map(({ element }) => element)).toEqual(['colour of a code', 'category']);
  });

  it('of a study without themes is refused, and so is another file', () => {
    expect(() => refiCodebook.write(buildStudy({}))).toThrow(expect.objectContaining({ code: 'no-themes' }));
    const bytes = new TextEncoder().encode('<a/>');
    expect(() => refiCodebook.read({ name: 'a.qdc', bytes })).toThrow(
      expect.objectContaining({ code: 'not-refi-qda' }),
    );
  });
});

describe('the list of exchanges', () => {
  it('has ids of which none is there twice, and finds one by a file’s name in any case', () => {
    const ids = exchanges.map(({ id }) => id);
    const extensions = exchanges.flatMap((exchange) => exchange.extensions);
    expect(new Set(ids).size).toBe(ids.length);
    expect(extensions.every((extension) => /^\.[a-z0-9]+$/.test(extension))).toBe(true);
    expect(findExchange('A.QDPX')).toBe(refiProject);
    expect(findExchange('qdpx')).toBeUndefined();
  });
});
