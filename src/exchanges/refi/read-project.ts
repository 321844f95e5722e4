import { ToolkitError } from '../../errors.js';
import { type OfficePackage, openPackage, type SourceBytes } from '../../packages/open-package.js';
import { readPart, type XmlNode } from '../../packages/read-xml.js';
import type { ExchangedCoder, ExchangedMemo, ExchangedReading, Loss } from '../exchange.js';
import { countLosses, listCodeLosses } from './list-import-losses.js';
import { makeGuid } from './make-guid.js';
import type { OwnNote } from './own-note.js';
import { readCases } from './read-cases.js';
import { type ReadCodes, readCodes } from './read-codes.js';
import { attributeOf, findNode, guidOf, isNamed, listNodes } from './read-node.js';
import { readNotes } from './read-notes.js';
import { readPassages } from './read-passages.js';
import { type ReadSources, readSources } from './read-sources.js';

/**
 * Reads a `.qdpx`. Throws `ToolkitError` `not-refi-qda` where no project is in it, and what `openPackage` and `readXml`
 * throw for what is damaged or unsafe.
 */
export function readProject(file: SourceBytes): ExchangedReading {
  const from = openPackage(file);
  const project = openProject(from);
  const origin = attributeOf(project, 'origin');
  const codes = readCodes(findNode(project, 'CodeBook'));
  const sources = readSources(findNode(project, 'Sources'), from);
  const cases = readCases(project, sources.texts);
  const { texts: notes, own } = readNotes(project, from);
  const links = readLinks(project, { notes, texts: sources.texts });
  const read = readPassages({
    texts: sources.texts,
    origin,
    own,
    notes,
    spoken: cases.selections,
    linked: links.notes,
    themes: new Set(codes.themes.map(({ key }) => key)),
  });
  const memos = joinMemos(codes, notes);
  return {
    study: {
      name: attributeOf(project, 'name'),
      origin,
      themes: codes.themes,
      texts: read.texts,
      passages: read.passages,
      participants: cases.participants.map((participant) => addConsent(participant, own)),
      coders: readCoders(project, own),
      memos,
    },
    losses: [
      ...listCodeLosses(codes, { sets: listNodes(findNode(project, 'Sets'), 'Set').length }),
      ...listSourceLosses(sources),
      ...countLosses([
        ['selection outside its text', read.outside, 'its positions lie behind the end of the text'],
        ['coding with a code that is not there', read.codeless, 'its code is not in the codebook'],
        ['code of a case', cases.codes, 'participants have attributes and no themes'],
        ['Link', links.others, 'only links from a passage to a note have a place'],
        ['Graph', listNodes(findNode(project, 'Graphs'), 'Graph').length, 'a study has no drawings'],
        [
          'note',
          countHomeless({ notes, codes, passages: sources.texts, links: links.notes }),
          'only notes on codes, passages and codings have a place: read these in the other tool',
        ],
      ]),
    ],
    places: read.places,
  };
}

/** The only `.qde` on the top level, whatever it is called and however it is spelt. */
function openProject(from: OfficePackage): XmlNode {
  const roots = from.parts.filter(({ name }) => /^[^/]+\.qde$/i.test(name));
  const [first] = roots;
  const root = first === undefined ? undefined : readPart(from, first.name);
  if (roots.length === 1 && root !== undefined && isNamed(root, 'Project')) return root;
  const found = roots.length > 1 ? 'it holds several projects' : 'no project is in it';
  throw new ToolkitError('not-refi-qda', `${from.file} is no REFI-QDA project: ${found}`, {
    hint: 'Export it again as a REFI-QDA project (.qdpx).',
    place: { file: from.file },
  });
}

function readCoders(project: XmlNode, own: OwnNote): readonly ExchangedCoder[] {
  const users = listNodes(findNode(project, 'Users'), 'User').map((node): ExchangedCoder => {
    const key = guidOf(node);
    const name = (attributeOf(node, 'name') || attributeOf(node, 'id')).trim();
    return { key, name, isCode: makeGuid('coder', name) === key };
  });
  const known = new Set(users.map(({ key }) => key));
  const others = new Set(own.decisions.map(({ coder }) => coder));
  return [
    ...users,
    ...[...others]
      .map((name): ExchangedCoder => ({ key: makeGuid('coder', name), name, isCode: true }))
      .filter(({ key }) => !known.has(key)),
  ];
}

function addConsent(
  participant: ReturnType<typeof readCases>['participants'][number],
  { participants }: OwnNote,
) {
  const own = participants.find(({ id }) => makeGuid('participant', id) === participant.key);
  return own === undefined ? participant : { ...participant, name: own.id, consent: own.consent };
}

/** Several notes on one theme become one memo. */
function joinMemos(
  { notes: referred }: ReadCodes,
  notes: ReadonlyMap<string, string>,
): readonly ExchangedMemo[] {
  const texts = new Map<string, string[]>();
  for (const { theme, note } of referred) {
    const text = notes.get(note)?.trim();
    if (text === undefined) continue;
    const own = texts.get(theme);
    if (own === undefined) texts.set(theme, [text]);
    else own.push(text);
  }
  return [...texts].map(([theme, parts]) => ({ theme, text: parts.join('\n\n') }));
}

type Linked = {
  readonly notes: ReadonlyMap<string, string>;
  readonly texts: ReadSources['texts'];
};

/** NVivo links a passage to its annotation: the notes by the selection's key, and the number of all other links. */
function readLinks(project: XmlNode, { notes, texts }: Linked) {
  const selections = new Set(texts.flatMap((text) => text.selections.map(({ key }) => key)));
  const found = new Map<string, string[]>();
  let others = 0;
  for (const node of listNodes(findNode(project, 'Links'), 'Link')) {
    const ends = [guidOf(node, 'originGUID'), guidOf(node, 'targetGUID')];
    const selection = ends.find((key) => selections.has(key));
    const note = ends.find((key) => notes.has(key));
    if (selection === undefined || note === undefined) {
      others += 1;
      continue;
    }
    const own = found.get(selection);
    if (own === undefined) found.set(selection, [note]);
    else own.push(note);
  }
  return { notes: found, others };
}

type NoteUse = {
  readonly notes: ReadonlyMap<string, string>;
  readonly codes: ReadCodes;
  readonly passages: ReadSources['texts'];
  readonly links: ReadonlyMap<string, readonly string[]>;
};

/** Number of notes that nothing with a place refers to. */
function countHomeless({ notes, codes, passages, links }: NoteUse): number {
  const used = new Set([
    ...codes.notes.map(({ note }) => note),
    ...[...links.values()].flat(),
    ...passages.flatMap(({ selections }) =>
      selections.flatMap((selection) => [
        ...selection.notes,
        ...selection.codings.flatMap((coding) => coding.notes),
      ]),
    ),
  ]);
  return [...notes.keys()].filter((key) => !used.has(key)).length;
}

function listSourceLosses({ others, missing }: ReadSources): readonly Loss[] {
  const reason = 'only text has a place: transcripts, and passages marked in them';
  return countLosses([
    ...[...others].map(([element, count]) => [element, count, reason] as const),
    [
      'source without its words',
      missing.length,
      `the file holds no plain text of it: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}`,
    ],
  ]);
}
