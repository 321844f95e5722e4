import { CONSENSUS, type Study, type StudyReading } from '../../index.js';
import type { StudyView, ThemeView, TranscriptLine } from '../messages/study.js';
import type { Desk } from './desk.js';
import { countSpoken } from './tables/count-spoken.js';
import { countThemes, type ThemeCounts } from './tables/count-themes.js';
import type { Look } from './tables/look.js';
import { recall } from './tables/recall.js';
import { listQuotesOf, listSettled } from './tables/study-tables.js';
import { tellUndoable } from './tables/tell-undoable.js';

/** What `init --sample` calls its study. */
const SAMPLE_NAME = 'What tech leads hope for and run into';

const NO_COUNTS: ThemeCounts = { quotes: 0, participants: 0, disputed: 0 };

function listThemes({ taxonomy }: Study, counts: ReadonlyMap<string, ThemeCounts>): ThemeView[] {
  return taxonomy.themes.map(({ parentId, ...theme }) => ({
    id: theme.id,
    dimension: theme.dimension,
    parent: parentId,
    label: theme.label,
    description: theme.description,
    include: theme.include,
    exclude: theme.exclude,
    keywords: [...theme.keywords],
    notKeywords: [...theme.notKeywords],
    examples: [...theme.examples],
    ...(counts.get(theme.id) ?? NO_COUNTS),
  }));
}

const mapWords = recall(
  (files: StudyReading['files']) =>
    new Map(files.flatMap(({ transcripts }) => transcripts.map(({ id, words }) => [id, words] as const))),
);

function listTranscripts({ study, files }: StudyReading): TranscriptLine[] {
  const words = mapWords(files);
  return study.transcripts.map((transcript) => ({
    id: transcript.id,
    participants: [...transcript.participantIds],
    date: transcript.date ?? '',
    words: words.get(transcript.id) ?? 0,
    utterances: transcript.utterances.length,
    quotes: listQuotesOf(study, transcript.id).length,
  }));
}

function listParticipants(study: Study): StudyView['participants'] {
  const spoken = countSpoken(study);
  return study.participants.map(({ id, attributes }) => ({
    id,
    attributes: { ...attributes },
    quotes: spoken.get(id) ?? 0,
  }));
}

/** Everybody who decided anything and whoever asks, by name; a consensus is nobody. */
export function listCoders({ decisions }: Study, coder: string): string[] {
  return [...new Set([...listDeciders(decisions), coder])]
    .filter((name) => name !== CONSENSUS && name !== '')
    .sort();
}

const listDeciders = recall((decisions: Study['decisions']) => new Set(decisions.map((one) => one.coder)));

function countQuotes({ study, anchorings }: StudyReading, look: Look): StudyView['quotes'] {
  const settled = listSettled(study, look);
  return {
    total: study.quotes.length,
    lost: anchorings.filter(({ state }) => state === 'lost').length,
    undecided: study.quotes.filter(({ id }) => !settled.has(id)).length,
  };
}

/** The study at a glance, without a word of a transcript. In blind mode it counts the coder's own decisions alone. */
export function answerStudy(desk: Desk, coder: string, blind = false): StudyView {
  const { study, notices } = desk.reading;
  const { settings, taxonomy } = study;
  const look = { coder, blind };
  const count = (severity: string) => notices.filter((notice) => notice.severity === severity).length;
  return {
    version: desk.version,
    name: settings.name,
    approach: settings.approach,
    language: settings.language,
    coder,
    coders: listCoders(study, coder),
    isSample: settings.name === SAMPLE_NAME,
    dimensions: taxonomy.dimensions.map(({ id, label }) => ({ id, label })),
    themes: listThemes(study, countThemes(study, look)),
    participants: listParticipants(study),
    transcripts: listTranscripts(desk.reading),
    quotes: countQuotes(desk.reading, look),
    problems: { errors: count('error'), cautions: count('caution') },
    ...tellUndoable(desk, coder),
    ...(desk.repair === undefined ? {} : { repair: { ...desk.repair, files: [...desk.repair.files] } }),
  };
}
