import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Templates } from '../../src/pipeline/render-report.js';

const folder = join(import.meta.dirname, '..', '..', 'templates');

/** The shipped templates by name. */
export function readTemplates(): Templates {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.hbs'));
  return new Map(
    names.map((name) => [
      name,
      { file: `templates/${name}`, text: readFileSync(join(folder, name), 'utf8') },
    ]),
  );
}
