import { ToolkitError } from '../errors.js';
import { suggestNearest } from '../text/did-you-mean.js';
import { findShippedFolder } from './find-shipped-folder.js';
import { holdsEntry, listEntries, readText } from './read-file.js';
import { studyFolders } from './study-files.js';

/** `file` says where a template came from, for messages. */
export type TemplateFile = { readonly file: string; readonly text: string };

const extension = '.hbs';

/**
 * The templates by name, e.g. `themes.md.hbs` or `partials/quote.html.hbs`: those that travel with the package, each
 * replaced by the study's own of the same name. Throws `ToolkitError` for one that cannot be read, and
 * `unknown-template` for one of the study's that no report has; partials may have any name.
 */
export function readTemplates(
  studyFolder: string,
  shippedFolder: string = findShippedFolder('templates'),
): ReadonlyMap<string, TemplateFile> {
  const shipped = new Map(readFolder({ folder: shippedFolder, under: '.', label: 'themeloom/templates' }));
  const folder = studyFolders.templates;
  if (!holdsEntry(studyFolder, folder)) return shipped;
  const own = readFolder({ folder: studyFolder, under: folder, label: folder });
  const stray = own.find(([name]) => !shipped.has(name) && !name.startsWith('partials/'));
  if (stray !== undefined) throw refuseStray(stray, shipped.keys());
  return new Map([...shipped, ...own]);
}

function refuseStray([name, { file }]: [string, TemplateFile], known: Iterable<string>): ToolkitError {
  const reports = [...known].filter((each) => !each.startsWith('partials/'));
  const near = suggestNearest(name, reports);
  return new ToolkitError('unknown-template', `${file} replaces no template: no report is named so`, {
    hint: near === undefined ? `There are: ${reports.join(', ')}.` : `Did you mean "${near}"?`,
    place: { file },
  });
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
