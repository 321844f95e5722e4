/** Colours by the part that they play, as `#rrggbb`; no two of one palette are the same. */
export type Palette = {
  readonly paper: string;
  /** Text, intervals and whatever must be read first. */
  readonly ink: string;
  /** Axes and remarks. */
  readonly muted: string;
  /** Grid lines, which carry no meaning. */
  readonly rule: string;
  readonly accent: string;
  /** The inside of a bar or band; its edge is `accent`. */
  readonly soft: string;
  /** Steps of a heat map, faint to strong: `ink` is written on the first four, `paper` on the others. */
  readonly shades: readonly [string, string, string, string, string, string];
};

export type Look = {
  /** Of the whole chart, in CSS pixels. */
  readonly width: number;
  /** A list of font families; text is measured as Arial and Helvetica, of which all named here have the widths. */
  readonly font: string;
  /** Of the text, in CSS pixels. */
  readonly size: number;
  /** A spec has these colours. */
  readonly light: Palette;
  /** What a drawn chart takes in their place on a dark screen. */
  readonly dark: Palette;
};

/** As wide as a report's column, in a report's colours. */
export const defaultLook: Look = {
  width: 672,
  font: "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', Arimo, sans-serif",
  size: 13,
  light: {
    paper: '#fdfbf7',
    ink: '#24211c',
    muted: '#645c50',
    rule: '#e0d8c8',
    accent: '#17594f',
    soft: '#cfe0da',
    shades: ['#f5f1e8', '#d6e7e0', '#b0d1c6', '#7fb3a5', '#37786a', '#104a41'],
  },
  dark: {
    paper: '#181613',
    ink: '#ece6db',
    muted: '#b0a798',
    rule: '#3a352d',
    accent: '#8fd0bf',
    soft: '#2c443d',
    shades: ['#211e1a', '#24332e', '#2d4a43', '#38655a', '#72b5a4', '#b9e6da'],
  },
};

/** Shades on which `ink` is read; `paper` is read on the stronger ones. */
export const FAINT_SHADES = 4;

/** The colour of text on a shade of a heat map. */
export function pickTextColour(palette: Palette, shade: number): string {
  return shade < FAINT_SHADES ? palette.ink : palette.paper;
}
