import { findShippedFolder } from './find-shipped-folder.js';
import { holdsEntry, listEntries, readText } from './read-file.js';
import { studyFolders } from './study-files.js';

/** `file` says where a template came from, for messages. */
export type TemplateFile = { readonly file: string; readonly text: string };

const extension = '.hbs';

/**
 * The templates by name, e.g. `themes.md.hbs` or `partials/quote.html.hbs`: those that travel with the package, each
 * replaced by the study's own of the same name. Throws `ToolkitError` for one that cannot be read.
 */
export function readTemplates(
  studyFolder: string,
  shippedFolder: string = findShippedFolder('templates'),
): ReadonlyMap<string, TemplateFile> {
  return new Map([
    ...readFolder({ folder: shippedFolder, under: '.', label: 'themeloom/templates' }),
    ...(holdsEntry(studyFolder, studyFolders.templates)
      ? readFolder({ folder: studyFolder, under: studyFolders.templates, label: studyFolders.templates })
      : []),
  ]);
}

type TemplateSource = { readonly folder: string; readonly under: string; readonly label: string };

/** The templates in a folder and in the folders inside it. */
function readFolder({ folder, under, label }: TemplateSource): [string, TemplateFile][] {
  return listEntries(folder, under).flatMap(({ name, isFolder }): [string, TemplateFile][] => {
    const path = `${under}/${name}`;
    if (isFolder) {
      return readFolder({ folder, under: path, label: `${label}/${name}` }).map(([inner, template]) => [
        `${name}/${inner}`,
        template,
      ]);
    }
    if (!name.endsWith(extension)) return [];
    return [[name, { file: `${label}/${name}`, text: readText(folder, path)?.text ?? '' }]];
  });
}
