import type { Memo } from '../../model/memo.js';
import type { Study } from '../../model/study.js';
import type { LaidSource } from './lay-source.js';
import { makeGuid } from './make-guid.js';
import { nameDecision } from './name-decision.js';
import { formatOwnNote, ownNoteName } from './own-note.js';
import type { XmlDraft } from './write-xml.js';

export const ownNoteGuid = makeGuid('note', ownNoteName);
export const memoGuid = (themeId: string) => makeGuid('memo', themeId);

/** `Note` of each memo and of each note on a quote or decision, and the one for our own import. */
export function buildNotes(study: Study, sources: ReadonlyMap<string, LaidSource>): readonly XmlDraft[] {
  const labels = new Map(study.taxonomy.themes.map(({ id, label }) => [id, label]));
  return [
    ...study.memos.map((memo) =>
      buildNote(memoGuid(memo.themeId), labels.get(memo.themeId) ?? memo.themeId, formatMemo(memo)),
    ),
    ...study.quotes.flatMap(({ id, note }) =>
      note === undefined || note === '' ? [] : [buildNote(makeGuid('note', 'quote', id), 'Quote', note)],
    ),
    ...study.decisions.flatMap((decision) =>
      !decision.applies || decision.note === undefined || decision.note === ''
        ? []
        : [buildNote(makeGuid('note', 'decision', ...nameDecision(decision)), 'Decision', decision.note)],
    ),
    buildNote(ownNoteGuid, ownNoteName, formatOwnNote(study, sources)),
  ];
}

function buildNote(guid: string, name: string, text: string): XmlDraft {
  return {
    name: 'Note',
    attributes: { guid, name },
    children: [{ name: 'PlainTextContent', children: [text] }],
  };
}

/** A memo as one Markdown text, as `memos/<theme>.md` has it. */
export function formatMemo({ commentary, questions }: Memo): string {
  const asked =
    questions.length === 0 ? '' : `## Questions\n\n${questions.map((line) => `- ${line}`).join('\n')}`;
  return [commentary, asked].filter((part) => part !== '').join('\n\n');
}
