import { ToolkitError } from '../../errors.js';
import { readRecords } from '../../formats/records/read-records.js';
import type { Quote } from '../../model/quote.js';
import type { Withdrawal } from '../../pipeline/plan-withdrawal.js';
import { listOfficeFormats } from '../../pipeline/render-office.js';
import { formatTable } from '../../pipeline/rendering/format-table.js';
import { findSpoken, redactSpoken } from '../../pipeline/withdrawing/spoken-runs.js';
import { reports } from '../../reporting/index.js';
import type { Report } from '../../reporting/report.js';
import { identifierLogFile } from '../pseudonymising/identifier-log.js';
import { readYaml } from '../read-yaml.js';
import { studyFiles, studyFolders } from '../study-files.js';
import type { Edit } from './change.js';
import type { OwnSource } from './cut-transcripts.js';
import { editBoards, editHistory } from './edit-history.js';
import { editParticipants } from './edit-participants.js';
import { editRecords } from './edit-records.js';
import { editSettings, takeWordsOut } from './edit-yaml.js';
import type { FoundFile } from './read-whole-folder.js';
import { withdrawalFiles } from './tombstones.js';

export type EditContext = {
  readonly withdrawal: Withdrawal;
  /** ISO day. */
  readonly withdrawnAt: string;
  readonly sources: readonly OwnSource[];
  /** Files in `transcripts/` that an interrupted run deleted. */
  readonly deleted: readonly string[];
  /** Quotes at their new places, by id. */
  readonly moved: ReadonlyMap<string, Quote>;
  /** Relative to the study; empty where reports lie in the study's own folder. */
  readonly reportFolder: string;
};

type TextFile = { readonly file: string; readonly text: string };

/** Files that hold no words of anybody, by their making. */
const wordless = new Set<string>([identifierLogFile, withdrawalFiles.tombstones, withdrawalFiles.journal]);
const leftover = /(?:^|\/)\.[^/]+\.\d+\.tmp$|^\.themeloom\//;

/**
 * What becomes of each file, in the order in which it must be done: first consent goes, then what is found by the person's
 * words, then decisions, which are found by quotes, then quotes, which are found by transcripts, and these last. So what is
 * left at any point is enough for another run to find the rest.
 */
export function planEdits(files: readonly FoundFile[], context: EditContext): readonly Edit[] {
  return files
    .filter(({ file }) => !wordless.has(file))
    .map((found) => ({
      rank: rankFile(found.file, context),
      edit: keepForm(editFile(found, context), found),
    }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ edit }) => edit);
}

/** A file keeps its line ends and its byte order mark. */
function keepForm(edit: Edit, { lineEnd = '\n', mark = '' }: FoundFile): Edit {
  if (edit.change?.content === undefined) return edit;
  const content = mark + edit.change.content.replace(/\r\n?/g, '\n').replaceAll('\n', lineEnd);
  return { ...edit, change: { ...edit.change, content } };
}

function rankFile(file: string, { sources }: EditContext): number {
  if (file === studyFiles.participants) return 0;
  if (sources.some((source) => source.file === file)) return 4;
  if (isDecisions(file)) return 2;
  if (file === studyFiles.quotes) return 3;
  return file === studyFiles.settings ? 5 : 1;
}

const isDecisions = (file: string) =>
  file.startsWith(`${studyFolders.decisions}/`) && file.endsWith('.jsonl');

function editFile({ file, text, fault }: FoundFile, context: EditContext): Edit {
  const source = context.sources.find((each) => each.file === file);
  if (source !== undefined) return editSource(source, context);
  if (leftover.test(file)) return { change: { file, content: undefined } };
  if (isReport(file, context)) return { change: { file, content: undefined }, counts: { reports: 1 } };
  const isOutput = context.reportFolder !== '' && file.startsWith(`${context.reportFolder}/`);
  if (text === undefined && isOutput) return { change: { file, content: undefined } };
  if (text === undefined)
    return { remaining: { file, reason: `it cannot be searched: ${fault ?? 'it is no text'}` } };
  if (isOutput && findSpoken(text, context.withdrawal.runs).length > 0)
    return { change: { file, content: undefined }, counts: { reports: 1 } };
  return checkEdit(editText({ file, text }, context), text, context);
}

/** A report of ours by its name, in the folder of reports. */
export function isReport(file: string, { reportFolder }: Pick<EditContext, 'reportFolder'>): boolean {
  const name = reportFolder === '' ? file : file.slice(reportFolder.length + 1);
  if (reportFolder !== '' && !file.startsWith(`${reportFolder}/`)) return false;
  return reports.some((report) => listFileNames(report).includes(name));
}

function listFileNames(report: Report): readonly string[] {
  const { id, formats, editions = {} } = report;
  const names = [id, ...Object.values(editions).flatMap((each) => each.map((edition) => `${id}-${edition}`))];
  const printed = formats.includes('html') ? ['pdf'] : [];
  return [...formats, ...listOfficeFormats(report), ...printed].flatMap((format) =>
    names.map((name) => `${name}.${format}`),
  );
}

function editSource({ file, isAlone, transcripts, cut }: OwnSource, { withdrawal }: EditContext): Edit {
  if (isAlone) return { change: { file, content: undefined }, counts: { transcripts: transcripts.length } };
  if (cut === undefined) {
    const reason = `it is a group interview from which ${withdrawal.participantId}'s turns cannot be cut safely: cut them by hand, then run the command again`;
    return { remaining: { file, reason } };
  }
  const alone = transcripts.filter((id) => withdrawal.alone.has(id)).length;
  const isShared = transcripts.some((id) => withdrawal.shared.has(id));
  const unknown = cut.transcripts.flatMap(({ utterances }) =>
    utterances.filter(({ speaker }) => speaker.kind === 'unknown'),
  ).length;
  const reason = `${unknown} utterances in it are of nobody knows whom: look whether they are ${withdrawal.participantId}'s`;
  return {
    ...(unknown === 0 ? {} : { remaining: { file, reason } }),
    change: { file, content: cut.text },
    counts: { transcripts: alone, cutTranscripts: isShared ? 1 : 0 },
  };
}

function editText({ file, text }: TextFile, context: EditContext): Edit {
  const { withdrawal, moved, withdrawnAt } = context;
  const { participantId } = withdrawal;
  const change = (content: string) => ({ change: { file, content } });
  if (file === studyFiles.participants)
    return text === '' ? {} : change(editParticipants(text, { participantId, withdrawnAt }));
  if (file === studyFiles.importReport) return editImportReport({ file, text }, withdrawal);
  if (file === studyFiles.settings) return change(editStudySettings(text, context));
  if (file === studyFiles.taxonomy) {
    const { text: content, examples } = takeWordsOut(text, withdrawal);
    return { ...change(content), counts: { examples } };
  }
  if (isDecisions(file)) {
    const { text: content, removed } = editRecords(text, withdrawal);
    return { ...change(content), counts: { decisions: removed } };
  }
  if (file === studyFiles.history) return change(editHistory(text, withdrawal).text);
  if (file === studyFiles.boards) return change(editBoards(text, withdrawal));
  if (file === studyFiles.quotes) return change(editRecords(text, withdrawal, moved).text);
  return editProse({ file, text }, withdrawal);
}

/** As long as a group interview waits to be cut by hand, its labels must stay known: the next run finds it by them. */
function editStudySettings(text: string, { withdrawal, sources, deleted }: EditContext): string {
  const own = takeWordsOut(text, withdrawal).text;
  if (sources.some(({ isAlone, cut }) => !isAlone && cut === undefined)) return own;
  const gone = sources.filter(({ isAlone }) => isAlone).map(({ file }) => file);
  const files = [...gone, ...deleted].map((file) =>
    file.slice(studyFolders.transcripts.length + 1).normalize('NFC'),
  );
  return editSettings(own, { participantId: withdrawal.participantId, files });
}

function editImportReport({ file, text }: TextFile, { runs, participantId, alone }: Withdrawal): Edit {
  const { header, rows } = readRecords({ name: file, text });
  const columns = [header.indexOf('transcript'), header.indexOf('participant')];
  const kept = rows.filter(({ cells }) => {
    const [transcript = '', participant = ''] = columns.map((column) => cells[column] ?? '');
    const isOwn = alone.has(transcript) || participant === participantId;
    return !isOwn && cells.every((cell) => findSpoken(cell, runs).length === 0);
  });
  if (kept.length === rows.length) return {};
  const content = formatTable({ header, rows: kept.map(({ cells }) => cells) });
  return { change: { file, content }, counts: { rows: rows.length - kept.length } };
}

function editProse({ file, text }: TextFile, { runs }: Withdrawal): Edit {
  const spans = findSpoken(text, runs);
  if (spans.length === 0) return {};
  return {
    change: { file, content: redactSpoken(text, runs) },
    counts: { passages: spans.length },
    lines: spans.map(({ start }) => text.slice(0, start).split('\n').length),
  };
}

/** An edit that changes nothing is none; one that leaves words, or breaks a file, is left to a person. */
function checkEdit(edit: Edit, text: string, { withdrawal }: EditContext): Edit {
  const { change } = edit;
  if (change?.content === undefined || change.content === text) return {};
  const { file } = change;
  const leave = (why: string): Edit => ({ remaining: { file, reason: `${why}: take them out by hand` } });
  if (findSpoken(change.content, withdrawal.runs).length > 0)
    return leave('it still holds words that cannot be taken out safely');
  if (isSound(file, text) && !isSound(file, change.content)) return leave('it could no longer be read');
  return edit;
}

/** Whether a file is what its name says, as far as that can break. */
function isSound(file: string, text: string): boolean {
  try {
    if (/\.ya?ml$/i.test(file)) readYaml(file, text);
    if (/\.json$/i.test(file)) JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof ToolkitError || error instanceof SyntaxError) return false;
    throw error;
  }
}
