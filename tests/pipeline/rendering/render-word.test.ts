import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinText, listWithin, type XmlNode } from '../../../src/packages/read-xml.js';
import { escapeMarkdown } from '../../../src/pipeline/rendering/escape-markdown.js';
import type { Picture } from '../../../src/pipeline/rendering/picture.js';
import { renderWord } from '../../../src/pipeline/rendering/render-word.js';
import { readWritten } from '../../packages/read-written.js';

const source = (id: string) => `> — **lead** · P01, 1:05 · ${id}`;
const sample = [
  '# Gardens',
  'Ten people.',
  '## Water',
  `> It rained.\n>\n${source('q_0123456789')}`,
  'Is like q_0123456789, and [a page](https://example.org/a?b=1&c=2), [more](https://example.org/more).',
  '### Questions',
  '1. Who?\n2. When?',
  '| a | b |\n| --- | ---: |\n| x | 1 |',
].join('\n\n');
const options = { title: 'Gardens', language: 'de' };

async function render(markdown: string, pictures?: ReadonlyMap<string, Picture>) {
  const written = readWritten(
    await renderWord(markdown, { ...options, ...(pictures === undefined ? {} : { pictures }) }),
  );
  const body = written.part('word/document.xml');
  const paragraphs = listWithin(body, 'w:p').map((node) => ({
    node,
    style: styleOf(node),
    text: joinText(node),
  }));
  return { ...written, body, paragraphs };
}

const styleOf = (node: XmlNode) => listWithin(node, 'w:pStyle')[0]?.attributes.get('w:val') ?? '';
const textsIn = (paragraphs: readonly { style: string; text: string }[], style: string) =>
  paragraphs.filter((one) => one.style === style).map(({ text }) => text);

describe('renderWord', () => {
  it('gives titles, headings, quotes and their sources styles of their own', async () => {
    const { paragraphs } = await render(sample);
    expect(textsIn(paragraphs, 'Title')).toEqual(['Gardens']);
    expect(textsIn(paragraphs, 'Heading1')).toEqual(['Water']);
    expect(textsIn(paragraphs, 'Heading2')).toEqual(['Questions']);
    expect(textsIn(paragraphs, 'Quote')).toEqual(['It rained.']);
    expect(textsIn(paragraphs, 'QuoteSource')).toEqual(['— lead · P01, 1:05 · q_0123456789']);
  });

  it('defines every style that it uses', async () => {
    const { paragraphs, part } = await render(sample);
    const defined = listWithin(part('word/styles.xml'), 'w:style').map(({ attributes }) =>
      attributes.get('w:styleId'),
    );
    for (const { style } of paragraphs) if (style !== '') expect(defined).toContain(style);
  });

  it('keeps the levels of a text with several titles', async () => {
    const { paragraphs } = await render('# One\n\na\n\n# Two\n\nb');
    expect(textsIn(paragraphs, 'Heading1')).toEqual(['One', 'Two']);
  });

  it('leads from the id of a quote to where it is printed', async () => {
    const { body } = await render(sample);
    const places = listWithin(body, 'w:bookmarkStart').map(({ attributes }) => attributes.get('w:name'));
    expect(places).toContain('quote_q_0123456789');
    const anchors = listWithin(body, 'w:hyperlink').flatMap(
      ({ attributes }) => attributes.get('w:anchor') ?? [],
    );
    expect(anchors).toEqual(['quote_q_0123456789']);
  });

  it('leads every link to its own address', async () => {
    const { body, part } = await render(sample);
    const targets = new Map(
      listWithin(part('word/_rels/document.xml.rels'), 'rel:Relationship').map(({ attributes }) => [
        attributes.get('Id'),
        attributes.get('Target'),
      ]),
    );
    const links = listWithin(body, 'w:hyperlink')
      .filter(({ attributes }) => attributes.has('r:id'))
      .map((node) => [joinText(node), targets.get(node.attributes.get('r:id') ?? '')]);
    expect(links).toEqual([
      ['a page', 'https://example.org/a?b=1&c=2'],
      ['more', 'https://example.org/more'],
    ]);
  });

  it('gives a table a header row that is repeated', async () => {
    const { body } = await render(sample);
    const [table] = listWithin(body, 'w:tbl');
    const rows = table === undefined ? [] : listWithin(table, 'w:tr');
    expect(rows.map(joinText)).toEqual(['ab', 'x1']);
    expect(rows.map((row) => listWithin(row, 'w:tblHeader').length)).toEqual([1, 0]);
  });

  it('lists the headings of a long text, each with its page', async () => {
    const sections = Array.from({ length: 6 }, (_, at) => `## Part ${at + 1}\n\n${'Words. '.repeat(400)}`);
    const { paragraphs } = await render(`# All\n\n${sections.join('\n\n')}`);
    const entries = textsIn(paragraphs, 'TOC1');
    expect(entries).toHaveLength(6);
    expect(entries[5]).toMatch(/^Part 6.*\d$/);
  });

  it('leaves out of the contents what would repeat the same words', async () => {
    const sections = Array.from({ length: 6 }, (_, at) => `## Part ${at + 1}\n\n### Questions\n\na`);
    const { paragraphs } = await render(`# All\n\n${sections.join('\n\n')}`);
    expect(textsIn(paragraphs, 'TOC1')).toHaveLength(6);
    expect(textsIn(paragraphs, 'TOC2')).toEqual([]);
  });

  it('shows a chart with its text alternative and its caption', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="672" height="200"><rect width="9" height="9"/></svg>';
    const picture = {
      id: 'rain',
      label: 'Rain by month',
      description: 'Most in May.',
      svg,
      width: 672,
      height: 200,
    };
    const { body, names, paragraphs, part, text } = await render(
      'a\n\n![](#drawing-rain)',
      new Map([['rain', picture]]),
    );
    const [drawing] = listWithin(body, 'wp:docPr');
    expect(drawing?.attributes.get('descr')).toBe('Most in May.');
    expect(textsIn(paragraphs, 'Caption')).toEqual(['Rain by month']);
    expect(names.filter((name) => name.startsWith('word/media/')).sort()).toEqual([
      'word/media/image1.emf',
      'word/media/image1.svg',
    ]);
    expect(text('[Content_Types].xml')).toContain('<Default ContentType="image/x-emf" Extension="emf"/>');
    const targets = listWithin(part('word/_rels/document.xml.rels'), 'rel:Relationship').map(
      ({ attributes }) => attributes.get('Target'),
    );
    expect(targets).toEqual(expect.arrayContaining(['media/image1.emf', 'media/image1.svg']));
  });

  it('loads no picture from elsewhere', async () => {
    const { names, paragraphs } = await render('![a garden](https://example.org/a.png)');
    expect(names.filter((name) => name.startsWith('word/media/'))).toEqual([]);
    expect(paragraphs.map(({ text }) => text)).toContain('a garden');
  });

  it('says its language and title, and neither who made it nor when', async () => {
    const { text } = await render(sample);
    const properties = text('docProps/core.xml');
    expect(properties).toContain('<dc:title>Gardens</dc:title>');
    expect(properties).toContain('<dc:language>de</dc:language>');
    expect(properties).not.toMatch(/created|modified|lastModifiedBy|Un-named|\d{4}-\d\d/);
    expect(text('word/styles.xml')).toContain('<w:lang w:val="de"/>');
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = [await renderWord(sample, options), await renderWord(sample, options)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  });

  it('prints every quote word for word', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(words, async (given) => {
        fc.pre(!/[^\u0020-\ud7ff\uf900-\ufffd\u{10000}-\u{10ffff}]/u.test(given) && given.trim() !== '');
        const { paragraphs } = await render(`> ${escapeMarkdown(given)}\n>\n> — lead`);
        expect(textsIn(paragraphs, 'Quote')).toEqual([given.replace(/\s+/g, ' ').trim()]);
      }),
      { numRuns: 20 },
    );
  });

  it('sets what is read from right to left so', async () => {
    const { paragraphs } = await render('> الحديقة تحتاج إلى الماء\n\nPlain.');
    const [quote] = paragraphs.filter(({ style }) => style === 'Quote');
    expect(quote === undefined ? [] : listWithin(quote.node, 'w:bidi')).toHaveLength(1);
    expect(quote === undefined ? [] : listWithin(quote.node, 'w:rtl')).toHaveLength(1);
  });

  it.each([
    ['control characters', 'a\u0000\u0001\u000b\u001f b'],
    ['half a pair', 'a\ud800b'],
    ['XML', 'a ]]> &amp; <w:p/> <!-- x --> <?xml?> "\''],
    ['emoji', '👩‍💻👨‍👩‍👧'],
    ['a field', 'INCLUDETEXT \\* DDEAUTO =cmd()'],
    ['nothing', ''],
    ['deep quotes', `${'> '.repeat(60)}a`],
    ['deep lists', Array.from({ length: 20 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')],
  ])('opens with %s in it', async (_name, given) => {
    const { body } = await render(
      `# ${given}\n\n${given}\n\n> ${given}\n\n| ${given} |\n| --- |\n| ${given} |`,
    );
    expect(listWithin(body, 'w:body')).toHaveLength(1);
    expect(listWithin(body, 'w:instrText')).toEqual([]);
  });
});
