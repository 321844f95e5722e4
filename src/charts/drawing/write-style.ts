import type { Look, Palette } from './look.js';

/** A palette as names and colours; what a report's page calls the same wins over ours. */
function nameColours({ shades, ...colours }: Palette): readonly (readonly [string, string])[] {
  return [...Object.entries(colours), ...shades.map((shade, step) => [`shade-${step}`, shade] as const)];
}

const fromPage = new Map([
  ['paper', '--paper'],
  ['ink', '--ink'],
  ['muted', '--muted'],
  ['rule', '--rule'],
  ['accent', '--accent'],
  ['soft', '--accent-soft'],
]);

function declareColours(palette: Palette): string {
  return nameColours(palette)
    .map(([name, colour]) => {
      const page = fromPage.get(name);
      return `--chart-${name}:${page === undefined ? colour : `var(${page},${colour})`}`;
    })
    .join(';');
}

/**
 * The style of one drawn chart: wherever it has a light colour it takes a custom property, which is the page's own
 * colour of that name or ours for light or dark. What knows no custom properties keeps the light colour.
 */
export function writeStyle(
  drawn: string,
  { id, look }: { readonly id: string; readonly look: Look },
): string {
  const rules = nameColours(look.light).flatMap(([name, colour]) =>
    ['fill', 'stroke']
      .filter((property) => drawn.includes(` ${property}="${colour}"`))
      .map((property) => `#${id} [${property}="${colour}"]{${property}:var(--chart-${name})}`),
  );
  return [
    `#${id}{${declareColours(look.light)}}`,
    `@media screen and (prefers-color-scheme:dark){#${id}{${declareColours(look.dark)}}}`,
    ...rules,
  ].join('');
}
