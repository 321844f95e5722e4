import type { Study } from '../../model/study.js';
import { writePackage } from '../../packages/write-package.js';
import type { ExchangedFile } from '../exchange.js';
import { buildCases, buildVariables } from './build-cases.js';
import { buildCodes, referToNote } from './build-codes.js';
import { buildNotes, memoGuid, ownNoteGuid } from './build-notes.js';
import { buildSources } from './build-sources.js';
import { type LaidSource, laySource } from './lay-source.js';
import { listProjectLosses } from './list-export-losses.js';
import { makeGuid } from './make-guid.js';
import { wrapList, writeXml, type XmlDraft } from './write-xml.js';

export const origin = 'Themeloom';

/** A `.qdpx`: `project.qde` and the transcripts as text files. The order of the elements is that of the schema. */
export function writeProject(study: Study): ExchangedFile {
  const sources = new Map(study.transcripts.map((transcript) => [transcript.id, laySource(transcript)]));
  const texts = [...sources].map(
    ([id, { text }]) =>
      [`sources/${makeGuid('transcript', id)}.txt`, new TextEncoder().encode(text)] as const,
  );
  const bytes = writePackage([['project.qde', writeXml(buildProject(study, sources))], ...texts]);
  return { bytes, losses: listProjectLosses(study) };
}

function buildProject(study: Study, sources: ReadonlyMap<string, LaidSource>): XmlDraft {
  const { taxonomy, participants, memos, settings } = study;
  const noted = new Set(memos.map(({ themeId }) => themeId));
  const codes = buildCodes(taxonomy, ({ id }) => (noted.has(id) ? [memoGuid(id)] : []));
  return {
    name: 'Project',
    attributes: { xmlns: 'urn:QDA-XML:project:1.0', name: settings.name, origin },
    children: [
      wrapList('Users', listCoders(study).map(buildUser)),
      codes === undefined ? undefined : { name: 'CodeBook', children: [codes] },
      wrapList('Variables', buildVariables(participants)),
      wrapList('Cases', buildCases(study)),
      wrapList('Sources', buildSources(study, sources)),
      wrapList('Notes', buildNotes(study, sources)),
      referToNote(ownNoteGuid),
    ],
  };
}

/** Everybody who marked or decided, in the order of their codes. */
function listCoders({ quotes, decisions }: Study): readonly string[] {
  const coders = [...quotes.flatMap(({ by }) => by ?? []), ...decisions.map(({ coder }) => coder)];
  return [...new Set(coders)].sort();
}

function buildUser(coder: string): XmlDraft {
  return { name: 'User', attributes: { guid: makeGuid('coder', coder), name: coder } };
}
