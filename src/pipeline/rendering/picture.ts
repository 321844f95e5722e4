/** A chart as an office document shows it. */
export type Picture = {
  readonly id: string;
  readonly label: string;
  /** The text alternative. */
  readonly description: string;
  /** One `svg` element without a style sheet, which office programs read each in their own way. */
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
};

type Drawn = {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly svg?: string;
};

/** Where the Markdown of an office document says that a picture stands. */
export function addressPicture(id: string): string {
  return `#drawing-${id}`;
}

/** The charts that were drawn, as pictures, by their ids. */
export function listPictures(drawn: Iterable<Drawn>): ReadonlyMap<string, Picture> {
  const pictures = [...drawn].flatMap(({ id, label, description, svg }): Picture[] => {
    const [, width, height] = /^<svg\b[^>]*\swidth="([\d.]+)" height="([\d.]+)"/.exec(svg ?? '') ?? [];
    if (svg === undefined || !(Number(width) > 0) || !(Number(height) > 0)) return [];
    return [{ id, label, description, svg: dropStyle(svg), width: Number(width), height: Number(height) }];
  });
  return new Map(pictures.map((picture) => [picture.id, picture]));
}

/** Colours stand in attributes too; the style sheet only turns them dark on a screen. */
function dropStyle(svg: string): string {
  return svg.replace(/<style>[^<]*<\/style>/g, '');
}
