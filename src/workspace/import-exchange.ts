import { ToolkitError } from '../errors.js';
import type { Exchange, ExchangedReading, Loss } from '../exchanges/exchange.js';
import type { Notice } from '../model/notice.js';
import type { SourceBytes } from '../packages/open-package.js';
import { type MergePlan, mergeExchanged } from '../pipeline/merge-exchanged.js';
import type { Conflict } from '../pipeline/merging/conflict.js';
import { dropWithdrawn } from '../pipeline/merging/drop-withdrawn.js';
import { placeMarked } from '../pipeline/merging/place-marked.js';
import { appendRecords } from './append-records.js';
import { addParticipants } from './importing/add-participants.js';
import { addTaxonomy } from './importing/add-taxonomy.js';
import { countInPlace } from './importing/count-in-place.js';
import type { FileEdit } from './importing/file-edit.js';
import { listExchangeNotices } from './importing/list-exchange-notices.js';
import { nameDecisionsFile, toDecisionRecord } from './read-decisions.js';
import { listEntries, readText } from './read-file.js';
import { readParticipants } from './read-participants.js';
import { toQuoteRecord } from './read-quotes.js';
import type { StudyReading } from './read-study.js';
import { studyFiles, studyFolders } from './study-files.js';
import { writeFile } from './write-file.js';

type Counts = MergePlan['already'];

export type ExchangeImport = {
  /** File name. */
  readonly file: string;
  /** Id of the exchange. */
  readonly exchange: string;
  /** The program that wrote it, as it calls itself. */
  readonly origin: string;
  readonly taken: Counts;
  readonly already: Counts;
  /** How the places of passages in the file bore out. */
  readonly places: ExchangedReading['places'];
  /** Number of quotes that were read back from the written study, each with its own words at its place. */
  readonly verified: number;
  /** Where file and study differ; the study's word stays. */
  readonly conflicts: readonly Conflict[];
  readonly losses: readonly Loss[];
  readonly notices: readonly Notice[];
};

export type ExchangeRequest = {
  readonly source: SourceBytes;
  readonly exchange: Exchange;
  readonly reading: StudyReading;
  /** ISO 8601, now. */
  readonly at: string;
};

/**
 * Takes a study of another tool into a study: planned whole before anything is written, and written so that whatever a
 * crash leaves behind refers to nothing that is missing; the same import completes it, and a further one changes
 * nothing. Then the study is read again, and every quote that was taken is checked. The caller holds the lock. Throws
 * `ToolkitError` for a file that cannot be read or is not safe, and as `writeFile` does.
 */
export function importExchange(request: ExchangeRequest): ExchangeImport {
  const { folder, study } = request.reading;
  const { quoteIds, conflicts, losses, notices, ...taken } = takeExchange(request);
  const verified = countInPlace(folder, study.settings, quoteIds);
  return { ...taken, verified, conflicts, losses, notices };
}

/** What is left of an import once it is written: its texts and quotes are let go before the study is read again. */
type Taken = Omit<ExchangeImport, 'verified'> & { readonly quoteIds: ReadonlySet<string> };

function takeExchange(request: ExchangeRequest): Taken {
  const { source, exchange, reading } = request;
  const { plan, origin, places, losses } = planExchange(request);
  writePlan(reading.folder, plan);
  const { participants, themes, transcripts, memos, quotes, decisions } = plan;
  return {
    file: source.name,
    exchange: exchange.id,
    origin,
    taken: {
      participants: participants.length,
      themes: themes.length,
      transcripts: transcripts.length,
      memos: memos.length,
      quotes: quotes.length,
      decisions: decisions.length,
    },
    already: plan.already,
    places,
    conflicts: plan.conflicts,
    losses: [...losses, ...plan.losses],
    notices: listExchangeNotices(source.name, places, plan),
    quoteIds: new Set(quotes.map(({ id }) => id)),
  };
}

type PlannedExchange = Pick<ExchangedReading, 'places' | 'losses'> & {
  readonly plan: MergePlan;
  readonly origin: string;
};

/** Reads the file and plans; what it holds is let go here. */
function planExchange({ source, exchange, reading, at }: ExchangeRequest): PlannedExchange {
  const given = readGiven(exchange, source, reading);
  if (given === undefined) throw notReadable(exchange, source.name);
  const { places, losses, study } = given;
  refuseTooMuch(study, source.name);
  return { plan: planMerge(given, reading, at), origin: study.origin, places, losses };
}

/** UTF-16 units that all passages may come to, each with what a record has beside: `quotes.jsonl` is read up to 50 MB. */
const MOST_MARKED = 40_000_000;
const RECORD_LENGTH = 250;

/** What could not be read again is not written: passages that cover whole texts over and over would fill the disk. */
function refuseTooMuch({ passages }: ExchangedReading['study'], file: string): void {
  const length = passages.reduce((sum, { start, end }) => sum + end - start + RECORD_LENGTH, 0);
  if (length <= MOST_MARKED) return;
  throw new ToolkitError('too-much-marked', `${file} marks more than a study can hold`, {
    hint: 'Check that it is what its name says, or export it in parts.',
    place: { file },
  });
}

function readGiven(
  exchange: Exchange,
  source: SourceBytes,
  { study, withdrawn }: StudyReading,
): ExchangedReading | undefined {
  const marked = exchange.readMarked?.(source);
  const given = marked === undefined ? exchange.read?.(source) : placeMarked(marked, study);
  if (given === undefined || withdrawn.size === 0) return given;
  const left = dropWithdrawn(given.study, new Set(withdrawn.keys()));
  return { ...given, study: left.study, losses: [...given.losses, ...left.losses] };
}

function notReadable({ label }: Exchange, file: string): ToolkitError {
  return new ToolkitError('not-importable', `${file}: a ${label} can be written, but not read`, {
    hint: 'Export it from the other tool as a REFI-QDA project (.qdpx).',
    place: { file },
  });
}

function planMerge(given: ExchangedReading, reading: StudyReading, at: string): MergePlan {
  const { folder, study, anchorings, lastWords } = reading;
  const listed = readParticipants(folder).value;
  const ids = anchorings.map((found) => (found.state === 'lost' ? found.was.id : found.quote.id));
  return mergeExchanged(given.study, {
    study,
    listed: listed.listed ? new Set(listed.participants.map(({ id }) => id)) : undefined,
    known: { quoteIds: new Set(ids), lastWords },
    memos: readMemoFiles(folder),
    files: listEntries(folder, studyFolders.transcripts).map(({ name }) => name),
    at,
  });
}

function readMemoFiles(folder: string): ReadonlyMap<string, string> {
  const names = listEntries(folder, studyFolders.memos).filter(({ name }) => name.endsWith('.md'));
  return new Map(
    names.map(({ name }) => [
      name.slice(0, -'.md'.length).normalize('NFC'),
      readText(folder, `${studyFolders.memos}/${name}`)?.text ?? '',
    ]),
  );
}

/**
 * Participants before transcripts, since their ids are labels there; quotes and decisions last. What could fail for what
 * a file of the study holds is worked out before the first is written.
 */
function writePlan(folder: string, plan: MergePlan): void {
  const edits: readonly FileEdit[] = [
    ...addParticipants(folder, plan.participants),
    ...addTaxonomy(folder, plan),
    ...plan.transcripts.map(({ file, content }) => ({
      file: `${studyFolders.transcripts}/${file}`,
      content,
    })),
    ...plan.memos.map(({ theme, text }) => ({ file: `${studyFolders.memos}/${theme}.md`, content: text })),
  ];
  for (const { file, content } of edits) writeFile({ folder, file }, content);
  appendRecords({ folder, file: studyFiles.quotes }, plan.quotes.map(toQuoteRecord));
  for (const coder of new Set(plan.decisions.map((decision) => decision.coder))) {
    const own = plan.decisions.filter((decision) => decision.coder === coder);
    appendRecords({ folder, file: nameDecisionsFile(coder) }, own.map(toDecisionRecord));
  }
}
