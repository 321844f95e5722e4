import { openPackage, type SourceBytes } from '../../packages/open-package.js';
import type { XmlNode } from '../../packages/read-xml.js';
import type {
  ExchangedCoder,
  ExchangedMemo,
  ExchangedParticipant,
  ExchangedReading,
  Loss,
} from '../exchange.js';
import { countLeft, countLosses, listCodeLosses } from './list-import-losses.js';
import { makeGuid } from './make-guid.js';
import type { OwnNote } from './own-note.js';
import { readVariables, settleCases } from './read-cases.js';
import { type ReadCodes, readCodes } from './read-codes.js';
import { attributeOf, findNode, guidOf, listNodes } from './read-node.js';
import { readNotes } from './read-notes.js';
import { readPassages } from './read-passages.js';
import type { ReadText } from './read-sources.js';
import { type ScannedProject, scanProject } from './scan-project.js';
import { readWords } from './source-words.js';

/**
 * Reads a `.qdpx`. Throws `ToolkitError` `not-refi-qda` where no project is in it, and what `openPackage` and `readXml`
 * throw for what is damaged or unsafe.
 */
export function readProject(file: SourceBytes): ExchangedReading {
  const from = openPackage(file);
  const scanned = scanProject(from);
  const { project, texts } = scanned;
  const origin = attributeOf(project, 'origin');
  const codes = readCodes(findNode(project, 'CodeBook'));
  const cases = settleCases(scanned.cases, texts, readVariables(project));
  const { texts: notes, own } = readNotes(project, from);
  const links = readLinks(project, { notes, texts });
  const read = readPassages({
    texts,
    readWords: (words) => readWords(words, from),
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
      ...listSourceLosses(scanned),
      ...countLeft([
        ['selection outside its text', read.outside, 'its positions lie behind the end of the text'],
        ['coding with a code that is not there', read.codeless, 'its code is not in the codebook'],
      ]),
      ...countLosses([
        ['code of a case', cases.codes, 'participants have attributes and no themes'],
        ['Link', links.others, 'only links from a passage to a note have a place'],
        ['Graph', listNodes(findNode(project, 'Graphs'), 'Graph').length, 'a study has no drawings'],
        [
          'note',
          countHomeless({ notes, codes, passages: texts, links: links.notes }),
          'only notes on codes, passages and codings have a place: read these in the other tool',
        ],
      ]),
    ],
    places: read.places,
  };
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

function addConsent(participant: ExchangedParticipant, { participants }: OwnNote): ExchangedParticipant {
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
  readonly texts: readonly ReadText[];
};

/** NVivo links a passage to its annotation: the notes by the selection's key, and the number of all other links. */
function readLinks(project: XmlNode, { notes, texts }: Linked) {
  const found = new Map<string, string[]>();
  const links = listNodes(findNode(project, 'Links'), 'Link');
  if (links.length === 0) return { notes: found, others: 0 };
  const selections = new Set(texts.flatMap((text) => text.selections.map(({ key }) => key)));
  let others = 0;
  for (const node of links) {
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
  readonly passages: readonly ReadText[];
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

/** As many sources are named. */
const MOST_NAMED = 5;

function listSourceLosses({ others, missing }: ScannedProject): readonly Loss[] {
  const reason = 'only text has a place: transcripts, and passages marked in them';
  const named = `${missing.slice(0, MOST_NAMED).join(', ')}${missing.length > MOST_NAMED ? ' …' : ''}`;
  return [
    ...countLosses([...others].map(([element, count]) => [element, count, reason] as const)),
    ...countLeft([
      ['source without its words', missing.length, `the file holds no plain text of it: ${named}`],
    ]),
  ];
}
