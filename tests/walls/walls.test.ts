import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBreaches } from './find-breaches.js';
import { rules } from './rules.js';

const root = join(import.meta.dirname, '..', '..');

function readSources(): Map<string, string> {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  return new Map(
    names
      .sort()
      .map((name) => [`src/${name.replaceAll('\\', '/')}`, readFileSync(join(root, 'src', name), 'utf8')]),
  );
}

const plant = (path: string, line: string) => findBreaches(new Map([...readSources(), [path, line]]));

describe('the walls between the rooms', () => {
  it('stand in the code as it is', () => {
    expect(findBreaches(readSources())).toEqual([]);
  });

  it.each(Object.entries(rules))('%s has a reason', (_room, rule) => {
    expect(rule.why.length).toBeGreaterThan(20);
  });

  it.each([
    [
      'an import that goes up',
      'src/model/planted.ts',
      "import { readStudy } from '../workspace/read-study.js';",
    ],
    [
      'a shelf that imports another shelf',
      'src/taggers/keyword.ts',
      "import { formats } from '../formats/index.js';",
    ],
    ['a part that imports its neighbour', 'src/formats/web-vtt.ts', "import { subRip } from './sub-rip.js';"],
    ['the disk outside the workspace', 'src/pipeline/planted.ts', "import { readFileSync } from 'node:fs';"],
    ['the root of natural', 'src/text/planted.ts', "import natural from 'natural';"],
    [
      'a lazy import of a library that lives elsewhere',
      'src/cli/planted.ts',
      "const yaml = await import('yaml');",
    ],
    [
      'a command that goes past the index',
      'src/cli/planted.ts',
      "import { readStudy } from '../workspace/read-study.js';",
    ],
    ['a room that DESIGN does not know', 'src/utils/planted.ts', "import { z } from 'zod';"],
    ['an import over several lines', 'src/model/planted.ts', "import {\n  parse,\n} from 'yaml';"],
    ['a re-export', 'src/text/planted.ts', "export { parse } from 'yaml';"],
  ])('a planted breach is found: %s', (_name, path, line) => {
    expect(plant(path, line).some((breach) => breach.startsWith(path))).toBe(true);
  });

  it('a shelf part that is missing from its list is found', () => {
    expect(plant('src/taggers/forgotten.ts', 'export const forgotten = 1;')).toContainEqual(
      expect.stringContaining('src/taggers/forgotten.ts is not on the list'),
    );
  });
});
