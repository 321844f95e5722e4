import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const isCsv = (name: string) => /\.csv$/i.test(name);

/**
 * The files to import of a path that the user named: of a folder as Oral History as Data has it (`filters.csv` beside
 * `transcripts/`, or in `_data/`) its codebook and its interviews, in the order of their names; else the path itself.
 */
export function listFolder(path: string): readonly string[] {
  for (const folder of [path, join(path, '_data')]) {
    const interviews = listNames(join(folder, 'transcripts')).filter(isCsv);
    if (interviews.length === 0) continue;
    const codebooks = listNames(folder).filter((name) => /^filters\.csv$/i.test(name));
    return [
      ...codebooks.map((name) => join(folder, name)),
      ...interviews.map((name) => join(folder, 'transcripts', name)),
    ];
  }
  return [path];
}

/** Nothing where it is no folder, or none that can be looked into. */
function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
