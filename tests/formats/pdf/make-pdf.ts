/** A text on a page: points from the left and from the bottom. */
export type Written = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Written upwards, as a watermark in the margin. */
  readonly isSideways?: boolean;
};

/** The bytes of a PDF in Helvetica, A4, with texts in ASCII at the given places. */
export function makePdf(pages: readonly (readonly Written[])[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_page, index) => `${4 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      makeStream(page),
    ]),
  ];
  return new TextEncoder().encode(joinObjects(objects));
}

function makeStream(texts: readonly Written[]): string {
  const content = texts.map(({ text, x, y, size = 10, isSideways = false }) => {
    const turn = isSideways ? '0 1 -1 0' : '1 0 0 1';
    return `BT /F1 ${size} Tf ${turn} ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
  });
  const stream = content.join('\n');
  return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
}

function joinObjects(objects: readonly string[]): string {
  let file = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

/** Lines below one another from the top of a page, as a word processor sets them. */
export function setLines(
  lines: readonly string[],
  {
    x = 60,
    top = 780,
    distance = 12,
  }: { readonly x?: number; readonly top?: number; readonly distance?: number } = {},
): readonly Written[] {
  return lines.flatMap((text, index) => (text === '' ? [] : [{ text, x, y: top - distance * index }]));
}
