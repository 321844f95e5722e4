import type { Taxonomy, Theme } from '../../model/theme.js';
import { makeGuid } from './make-guid.js';
import { describeDimension, describeTheme } from './theme-description.js';
import { wrapList, type XmlDraft } from './write-xml.js';

/** GUIDs of the notes on a code. */
type NotesOf = (theme: Theme) => readonly string[];

/** `CodeBook/Codes`: each dimension is a category, which nothing can be coded with, and holds its themes. */
export function buildCodes(taxonomy: Taxonomy, notesOf: NotesOf = () => []): XmlDraft | undefined {
  const children = new Map<string | null, Theme[]>();
  for (const theme of taxonomy.themes) {
    const siblings = children.get(theme.parentId);
    if (siblings === undefined) children.set(theme.parentId, [theme]);
    else siblings.push(theme);
  }
  const buildCode = (theme: Theme): XmlDraft => ({
    name: 'Code',
    attributes: { guid: makeGuid('theme', theme.id), name: theme.label, isCodable: 'true' },
    children: [
      { name: 'Description', children: [describeTheme(theme)] },
      ...notesOf(theme).map(referToNote),
      ...(children.get(theme.id) ?? []).map(buildCode),
    ],
  });
  const codes = taxonomy.dimensions.map(
    ({ id, label }): XmlDraft => ({
      name: 'Code',
      attributes: { guid: makeGuid('dimension', id), name: label, isCodable: 'false' },
      children: [
        { name: 'Description', children: [describeDimension(id)] },
        ...(children.get(null) ?? []).filter(({ dimension }) => dimension === id).map(buildCode),
      ],
    }),
  );
  return wrapList('Codes', codes);
}

/** `NoteRef` */
export const referToNote = (guid: string): XmlDraft => ({
  name: 'NoteRef',
  attributes: { targetGUID: guid },
});
