import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IPropertiesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';

/** Paragraph styles by the part that they play; Word's own names where it has one, so that themes and outlines know them. */
export const styleIds = {
  quote: 'Quote',
  source: 'QuoteSource',
  code: 'CodeText',
  cell: 'TableText',
  caption: 'Caption',
  contents: 'ContentsHeading',
} as const;

/** A report's colours in print, without `#`. */
export const colours = { ink: '24211C', muted: '645C50', rule: 'E0D8C8', accent: '17594F', panel: 'F5F1E8' };
/** Fonts that Word has everywhere and LibreOffice has doubles of. */
const serif = 'Cambria';
const sans = 'Calibri';
const mono = 'Courier New';
export const lists = { bullets: 'bullets', numbers: 'numbers' } as const;
/** Word knows nine levels. */
export const DEEPEST_LIST = 8;

/** Sizes in half points, spaces in twentieths of a point. */
const headingLooks = [
  { size: 34, before: 480, after: 120, color: colours.accent },
  { size: 26, before: 360, after: 80, color: colours.ink },
  { size: 21, before: 240, after: 60, color: colours.muted },
  { size: 20, before: 200, after: 60, color: colours.ink },
  { size: 20, before: 160, after: 40, color: colours.muted },
] as const;

const headings = Object.fromEntries(
  headingLooks.map(({ size, before, after, color }, index) => [
    `heading${index + 1}`,
    {
      run: { font: sans, size, color, bold: true },
      paragraph: {
        spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
      },
    },
  ]),
);

const paragraphStyles: readonly IParagraphStyleOptions[] = [
  {
    id: styleIds.quote,
    name: 'Quote',
    basedOn: 'Normal',
    next: styleIds.source,
    quickFormat: true,
    run: { size: 23 },
    paragraph: {
      indent: { left: 340, right: 340 },
      spacing: { before: 160, after: 60, line: 300, lineRule: LineRuleType.AUTO },
      border: { left: { style: BorderStyle.SINGLE, size: 18, space: 12, color: colours.accent } },
      keepLines: true,
    },
  },
  {
    id: styleIds.source,
    name: 'Quote Source',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { font: sans, size: 18, color: colours.muted },
    paragraph: {
      indent: { left: 340, right: 340 },
      spacing: { before: 0, after: 200 },
      border: { left: { style: BorderStyle.SINGLE, size: 18, space: 12, color: colours.accent } },
      keepLines: true,
    },
  },
  {
    id: styleIds.code,
    name: 'Code Text',
    basedOn: 'Normal',
    run: { font: mono, size: 18 },
    paragraph: {
      spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
      indent: { left: 200 },
    },
  },
  {
    id: styleIds.cell,
    name: 'Table Text',
    basedOn: 'Normal',
    run: { font: sans, size: 19 },
    paragraph: { spacing: { before: 30, after: 30, line: 250, lineRule: LineRuleType.AUTO } },
  },
  {
    id: styleIds.contents,
    name: 'Contents Heading',
    basedOn: 'Normal',
    next: 'Normal',
    run: { font: sans, size: 24, bold: true, color: colours.accent },
    paragraph: { spacing: { before: 360, after: 80 }, keepNext: true },
  },
  ...[1, 2].map((level) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: { font: sans, size: 20 },
    paragraph: { spacing: { before: level === 1 ? 100 : 0, after: 20 }, indent: { left: 240 * (level - 1) } },
  })),
];

/** The look of every report in Word; `language` marks all text for spelling and for screen readers. */
export function styleDocument(language: string): Pick<IPropertiesOptions, 'styles' | 'numbering'> {
  return {
    styles: {
      default: {
        document: {
          run: { font: serif, size: 21, color: colours.ink, language: { value: language } },
          paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
        },
        title: {
          run: { font: sans, size: 48, bold: true, color: colours.accent },
          paragraph: {
            spacing: { before: 0, after: 160, line: 240, lineRule: LineRuleType.AUTO },
            keepNext: true,
          },
        },
        caption: {
          run: { font: sans, size: 18, bold: true, color: colours.muted },
          paragraph: { spacing: { before: 60, after: 160 } },
        },
        listParagraph: { paragraph: { spacing: { after: 60 } } },
        hyperlink: { run: { color: colours.accent, underline: {} } },
        ...headings,
      },
      paragraphStyles,
    },
    numbering: {
      config: [
        { reference: lists.bullets, levels: listLevels(LevelFormat.BULLET, () => '•') },
        { reference: lists.numbers, levels: listLevels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
      ],
    },
  };
}

function listLevels(
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  write: (level: number) => string,
) {
  return Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    level,
    format,
    text: write(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 280 } } },
  }));
}
