import { type Document, isMap, parseDocument, type YAMLSeq } from 'yaml';
import { readText } from './read-file.js';
import { readYaml } from './read-yaml.js';
import { studyFiles } from './study-files.js';
import { ensureList } from './taxonomy-list.js';
import { writeFile } from './write-file.js';

/** A theme to be added; everything else about it is for the researcher to write. */
export type NewTheme = { readonly id: string; readonly label: string };

const file = studyFiles.taxonomy;
const home = { id: 'theme', label: 'Key themes' };

/**
 * Adds themes at the end of the dimension `theme` of `taxonomy.yaml`; comments and order of what is there stay. Throws
 * `ToolkitError` `yaml-syntax` or `taxonomy-unusable` where the file is no taxonomy, and as `writeFile` does.
 */
export function addThemes(folder: string, themes: readonly NewTheme[]): void {
  if (themes.length === 0) return;
  const text = readText(folder, file)?.text ?? '';
  readYaml(file, text);
  const document = parseDocument(text);
  const list = findThemeList(document);
  for (const { id, label } of themes) list.add(document.createNode({ id, label }));
  writeFile({ folder, file }, document.toString({ lineWidth: 0 }));
}

function findThemeList(document: Document): YAMLSeq {
  if (document.contents === null) document.contents = document.createNode({});
  const dimensions = ensureList(document, document.contents, 'dimensions');
  const found = dimensions.items.find((item) => isMap(item) && item.get('id') === home.id);
  const dimension = found ?? document.createNode(home);
  if (found === undefined) dimensions.items.unshift(dimension);
  return ensureList(document, dimension, 'themes');
}
