import { type IdentifierList, listIdentifiers } from '../pipeline/list-identifiers.js';
import type { StudyReading } from './read-study.js';

/**
 * What `check --json` prints: the study in numbers, every notice, and every identifier found in its transcripts.
 * `strings` holds each identifier once, which is how a person decides. `decided` says what was decided of a string
 * before, by `keyIdentifier`.
 */
export async function summariseCheck(
  reading: StudyReading,
  decided: ReadonlyMap<string, string> = new Map(),
) {
  const { study, anchorings, files } = reading;
  const { transcripts } = study;
  const list = await listIdentifiers({
    transcripts,
    language: study.settings.language,
    knownNames: listKnownNames(reading),
    decided,
  });
  const notices = [...reading.notices, ...list.notices];
  const countState = (state: string) => anchorings.filter((anchoring) => anchoring.state === state).length;
  const summary = {
    ok: !notices.some(({ severity }) => severity === 'error'),
    study: study.settings.name,
    transcripts: files.flatMap(summariseFile),
    quotes: { inPlace: countState('in-place'), moved: countState('moved'), lost: countState('lost') },
    notices,
    identifiers: listOccurrences(list),
  };
  return { summary, strings: list.distinct };
}

function summariseFile({ file, format, transcripts }: StudyReading['files'][number]) {
  return transcripts.map(({ id, participants, utterances, words, unknownSpeakers, quotes }) => ({
    id,
    file,
    format,
    participants,
    utterances,
    words,
    unknownSpeakers,
    quotes,
  }));
}

function listOccurrences({ found }: IdentifierList) {
  return found.map(({ kind, text, span, transcriptId, decided }) => ({
    kind,
    text,
    transcript: transcriptId,
    span,
    decided,
  }));
}

/** Speakers' labels are mostly names: those that `study.yaml` maps, and those that nobody mapped yet. */
function listKnownNames({ study }: StudyReading): readonly string[] {
  const unknown = study.transcripts.flatMap(({ utterances }) =>
    utterances.flatMap(({ speaker }) => (speaker.kind === 'unknown' ? [speaker.label] : [])),
  );
  return [...new Set([...Object.keys(study.settings.speakers), ...unknown])];
}
