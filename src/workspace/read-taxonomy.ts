import { checkShape } from '../model/check-shape.js';
import type { Notice, Place } from '../model/notice.js';
import { type Taxonomy, type Theme, taxonomyFileSchema } from '../model/theme.js';
import { parseKeyword } from '../taggers/keywords/parse-keyword.js';
import { explainProblem } from './explain-problem.js';
import { flattenTaxonomy, listEmptyThemes } from './flatten-taxonomy.js';
import { readText } from './read-file.js';
import { locateProblem, readYaml, type YamlReading } from './read-yaml.js';
import { studyFiles } from './study-files.js';
import { tellCaution } from './tell.js';
import { type Reading, tryReading } from './try-reading.js';

export type TaxonomyReading = {
  readonly taxonomy: Taxonomy;
  /** Where the id of each theme stands. */
  readonly places: ReadonlyMap<string, Place>;
  /** False where there is a taxonomy that cannot be read: then no theme can be called unknown. */
  readonly usable: boolean;
};

const example = '{ id: define-success, label: Define success, keywords: [success*, expectations] }';
const file = studyFiles.taxonomy;

/** Reads `taxonomy.yaml`. Unknown keys and entries that cannot be used are left out and told; the rest is used. */
export function readTaxonomy(folder: string): Reading<TaxonomyReading> {
  const unusable = { taxonomy: { dimensions: [], themes: [] }, places: new Map(), usable: false };
  return tryReading<TaxonomyReading>(file, unusable, () => {
    const reading = readText(folder, file);
    const yaml = readYaml(file, reading?.text ?? '');
    const { value, problems } = checkShape(taxonomyFileSchema, yaml.value ?? { dimensions: [] });
    const found = problems.map((problem) => explainProblem(problem, locateProblem(yaml, problem), example));
    const notices = [...(reading?.notices ?? []), ...found];
    if (value === undefined) return { value: unusable, notices };
    const places = collectIdPlaces(yaml, 'themes');
    const taxonomy = flattenTaxonomy(value);
    const firstPlaces = new Map(taxonomy.themes.map(({ id }) => [id, places.get(id)?.[0] ?? { file }]));
    return {
      value: { taxonomy, places: firstPlaces, usable: true },
      notices: [
        ...notices,
        ...tellTwice('dimension', collectIdPlaces(yaml, 'dimensions')),
        ...tellTwice('theme', places),
        ...listEmptyThemes(value).map((id) => tellEmpty(id, firstPlaces.get(id) ?? { file })),
        ...taxonomy.themes.flatMap((theme) => tellIdleKeywords(theme, firstPlaces.get(theme.id) ?? { file })),
      ],
    };
  });
}

type Places = ReadonlyMap<string, readonly Place[]>;

/** Every place at which each id is written in lists of that name, in the order of the file. */
function collectIdPlaces(yaml: YamlReading, list: 'themes' | 'dimensions'): Places {
  const places = new Map<string, Place[]>();
  const visit = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, Array.isArray(value) ? Number(key) : key];
      if (key !== 'id' || path.at(-2) !== list) visit(inner, here);
      else places.set(String(inner), [...(places.get(String(inner)) ?? []), yaml.locate(here)]);
    }
  };
  visit(yaml.value, []);
  return places;
}

function tellTwice(what: 'dimension' | 'theme', places: Places): readonly Notice[] {
  return [...places].flatMap(([id, [first, ...others]]) =>
    others.map((second) => ({
      severity: 'error' as const,
      code: `${what}-id-twice`,
      message: `the ${what} id "${id}" stands at ${show(first)} and at ${show(second)}: ids are unique in a study, so the first is used. Give the second another id, e.g. ${id}-2`,
      place: second,
    })),
  );
}

const show = (place: Place | undefined) => `${place?.file}:${place?.line}:${place?.column}`;

function tellEmpty(id: string, place: Place): Notice {
  return tellCaution(
    'empty-theme',
    place,
    `the theme "${id}" says nothing about itself, so nothing can be suggested for it: add a description, keywords or examples, e.g. keywords: [success*, expectations]`,
  );
}

/** Keywords that can match nothing, such as `*` or `~3 manager`. */
function tellIdleKeywords({ id, keywords, notKeywords }: Theme, place: Place): readonly Notice[] {
  const idle = [...keywords, ...notKeywords].filter((keyword) => parseKeyword(keyword) === undefined);
  if (idle.length === 0) return [];
  const named = idle.map((keyword) => `"${keyword}"`).join(', ');
  return [
    tellCaution(
      'idle-keyword',
      place,
      `keywords of the theme "${id}" can match nothing: ${named}. Write a word, a phrase, success*, =Go or judged ~3 on`,
    ),
  ];
}
