import type { Anchoring } from '../model/anchoring.js';
import type { Decision } from '../model/decision.js';
import type { Notice, Place } from '../model/notice.js';
import type { Participant } from '../model/participant.js';
import type { Study } from '../model/study.js';
import type { DecidedIdentifiers } from '../pipeline/guard-publication.js';
import { checkAttribution } from './check-attribution.js';
import { askDidYouMean } from './explain-problem.js';
import { gatherDecisions } from './gather-decisions.js';
import { gatherQuotes } from './gather-quotes.js';
import { readBoards } from './read-boards.js';
import { type KeyAccess, readDecided } from './read-decided.js';
import { listTakenBack, readDecisions } from './read-decisions.js';
import { type Essentials, mendEssentials, readEssentials } from './read-essentials.js';
import { readMemos } from './read-memos.js';
import { readParticipants } from './read-participants.js';
import { readQuotes } from './read-quotes.js';
import type { SettingsReading } from './read-settings.js';
import { readTaxonomy } from './read-taxonomy.js';
import { type OnProgress, readTranscripts, type SourceFile } from './read-transcripts.js';
import type { Stamps } from './recording/stamp-files.js';
import { resolveInside } from './resolve-inside.js';
import { settleParticipants } from './settle-participants.js';
import { studyFiles, studyFolders } from './study-files.js';
import { type FileSummary, summariseFiles } from './summarise-files.js';
import { tellCaution } from './tell.js';
import type { Reading } from './try-reading.js';
import { markWithdrawn, tellReturned } from './withdrawing/heed-withdrawals.js';

export type StudyReading = {
  /** As given to `readStudy`. */
  readonly folder: string;
  /** `decisions` holds each coder's last word, on quotes and themes that the study has. */
  readonly study: Study;
  /** Of every quote in `quotes.jsonl`, then of every mark that is not one of those. */
  readonly anchorings: readonly Anchoring[];
  readonly files: readonly FileSummary[];
  /** Every problem of every file. */
  readonly notices: readonly Notice[];
  /** Where each theme stands in `taxonomy.yaml`, by theme id. */
  readonly themePlaces: ReadonlyMap<string, Place>;
  /** Each coder's last word as the files have it, also on lost quotes and on themes that the taxonomy lacks. */
  readonly lastWords: readonly Decision[];
  /** The whole text of every memo that says anything, by theme. */
  readonly memoTexts: ReadonlyMap<string, string>;
  /** Ids of the quotes that are marked in a transcript's own file, which nothing but that file can take away. */
  readonly marks: ReadonlySet<string>;
  /** How many of the study's quotes, the first ones, have a line in `quotes.jsonl`. */
  readonly recordedQuotes: number;
  /** How many of `lastWords`, the first ones, are on what a mark in a transcript decided. */
  readonly markWords: number;
  /** What was decided on identifiers; the decisions themselves only where the key was given. */
  readonly decided: DecidedIdentifiers;
  /** ISO day by id of everybody who withdrew, by `participants.csv`, a tombstone or a withdrawal under way. */
  readonly withdrawn: ReadonlyMap<string, string>;
  /**
   * Files that cannot be used, and without which nothing may be decided: it is not known who speaks, who agreed or what
   * themes there are. Absent where there is none.
   */
  readonly broken?: readonly string[];
  /** Set where `mending` was asked for: what the files were when they were read, as a recording has it. */
  readonly stamps?: Stamps;
};

export type ReadOptions = {
  /** Called before each transcript. */
  readonly onProgress?: OnProgress;
  /** Opens what was decided on identifiers. */
  readonly key?: KeyAccess;
  /**
   * Reads what can be read also where `study.yaml` or the list of withdrawals cannot be used, so that a person can mend it:
   * only for looking at, since nobody's part is guessed and nothing of it may be published.
   */
  readonly mending?: true;
};

/**
 * Reads and checks a study folder. All that is wrong is told in `notices`, and the rest is read; only where
 * `study.yaml` is missing or cannot be used does it throw a `ToolkitError` (`no-study`, `yaml-syntax`,
 * `settings-unusable`, or what kept the file from being read).
 */
export function readStudy(folder: string, options: ReadOptions = {}): StudyReading {
  const essentials = options.mending === true ? mendEssentials(folder) : readEssentials(folder);
  const { settings, withdrawals, stamps } = essentials;
  const parts = readParts(folder, essentials, options.onProgress);
  const { taxonomy, participants, sources, gathered, decided, memos, boards, broken } = parts;
  const quoteIds = new Set(gathered.quotes.map(({ id }) => id));
  const transcripts = sources.value.flatMap((source) =>
    source.transcripts.map(({ transcript }) => transcript),
  );
  const marked = markWithdrawn(participants.value, withdrawals);
  return {
    folder,
    study: {
      settings: settings.value,
      participants: marked,
      transcripts,
      taxonomy: taxonomy.value.taxonomy,
      quotes: gathered.quotes,
      decisions: decided.lastWords.filter(
        ({ quoteId, themeId }) => quoteIds.has(quoteId) && taxonomy.value.places.has(themeId),
      ),
      memos: memos.value.memos,
      ...(boards.value.length === 0 ? {} : { boards: boards.value }),
    },
    anchorings: gathered.anchorings,
    files: summariseFiles(sources.value, gathered.quotes),
    notices: [
      ...parts.notices,
      ...tellUnknownFiles(settings, sources.value),
      ...checkAttribution(settings, marked),
      ...withdrawals.notices,
      ...tellReturned(transcripts, withdrawals),
    ],
    themePlaces: taxonomy.value.places,
    lastWords: decided.lastWords,
    memoTexts: memos.value.texts,
    marks: gathered.marks,
    recordedQuotes: gathered.recorded,
    markWords: decided.markWords,
    decided: readDecided(folder, options.key),
    withdrawn: new Map([...withdrawals.days, ...listWithdrawn(marked)]),
    ...(broken.length === 0 ? {} : { broken }),
    ...(stamps === undefined ? {} : { stamps }),
  };
}

function listWithdrawn(participants: readonly Participant[]): readonly (readonly [string, string])[] {
  return participants.flatMap(({ id, consent: { withdrawn } }) =>
    withdrawn === undefined ? [] : [[id, withdrawn] as const],
  );
}

function readParts(folder: string, essentials: Essentials, onProgress: OnProgress | undefined) {
  const { settings } = essentials;
  const listed = readParticipants(folder);
  const taxonomy = readTaxonomy(folder);
  const themeIds = taxonomy.value.usable ? new Set(taxonomy.value.places.keys()) : undefined;
  const participantIds = new Set(listed.value.participants.map(({ id }) => id));
  const decisions = readDecisions(folder);
  const rules = {
    settings: settings.value,
    participantIds,
    takenBack: listTakenBack(decisions.value),
    ...(themeIds === undefined ? {} : { themeIds }),
  };
  const sources = leaveSpeakersOut(readTranscripts(folder, rules, onProgress), essentials);
  const participants = settleParticipants(listed.value, sources.value);
  const quotes = readQuotes(folder);
  const gathered = gatherQuotes(quotes.value, sources.value, settings.value.language);
  const recorded = decisions.value;
  const decided = gatherDecisions({ recorded, sources: sources.value, gathered, themeIds });
  const memos = readMemos(folder, themeIds);
  const boards = readBoards(folder);
  const readings = [
    settings,
    listed,
    taxonomy,
    sources,
    participants,
    quotes,
    gathered,
    decisions,
    decided,
    memos,
    boards,
  ];
  const notices = readings.flatMap((reading) => reading.notices);
  const broken = [
    ...essentials.broken,
    ...(listed.value.usable ? [] : [studyFiles.participants]),
    ...(taxonomy.value.usable ? [] : [studyFiles.taxonomy]),
    ...(isAllUnread(sources) ? [studyFolders.transcripts] : []),
  ];
  return { taxonomy, participants, sources, gathered, decided, memos, boards, notices, broken };
}

type Sources = Reading<readonly SourceFile[]>;

/** Whether there are transcripts and not one of them could be read. */
const isAllUnread = ({ value, notices }: Sources) =>
  value.every(({ transcripts }) => transcripts.length === 0) &&
  notices.some(({ severity }) => severity === 'error');

/** What is odd about who speaks is told once it is known who may. */
function leaveSpeakersOut(sources: Sources, { knowsSpeakers }: Essentials): Sources {
  if (knowsSpeakers) return sources;
  const about = new Set(['unknown-speaker', 'no-speakers', 'speaker-assumed']);
  return { ...sources, notices: sources.notices.filter(({ code }) => !about.has(code)) };
}

/** Entries under `transcripts:` in `study.yaml` that no file answers to. */
function tellUnknownFiles(settings: SettingsReading, sources: readonly SourceFile[]): readonly Notice[] {
  const names = sources.map(({ file }) => file.slice(file.indexOf('/') + 1));
  const known = new Set(names);
  return Object.keys(settings.value.transcripts)
    .filter((name) => !known.has(name))
    .map((name) => {
      const message = `no file of that name was read from transcripts/: "${name}"${askDidYouMean(name, names)}`;
      return tellCaution('unknown-transcript', settings.locate(['transcripts', name], 'key'), message);
    });
}

/** The folder that the study's reports go to. Throws `ToolkitError` `outside-folder` where it would leave the study. */
export function findReportFolder({ folder, study }: Pick<StudyReading, 'folder' | 'study'>): string {
  return resolveInside(folder, study.settings.reports.folder);
}
