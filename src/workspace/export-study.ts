import { basename, dirname } from 'node:path';
import { ToolkitError } from '../errors.js';
import type { Loss } from '../exchanges/exchange.js';
import { exchanges, findExchange } from '../exchanges/index.js';
import type { ConsentScope } from '../model/participant.js';
import type { Study } from '../model/study.js';
import { guardPublication, type Leak, refuseLeaks } from '../pipeline/guard-publication.js';
import { listOutgoing } from '../pipeline/guarding/outgoing-text.js';
import { lacksConsentRecord, selectExchangeable } from '../pipeline/select-exchangeable.js';
import { holdsEntry, readGivenFile } from './read-file.js';
import type { StudyReading } from './read-study.js';
import { writeFile } from './write-file.js';

export type ExportOptions = {
  /** Path of the file; its extension says what it is to be. */
  readonly path: string;
  /** ISO day on which consent is judged. */
  readonly today: string;
  /** The use that the file is for; research where it is missing. */
  readonly scope?: ConsentScope;
  /** Id of the exchange, where the extension has several. */
  readonly exchange?: string;
  /** Whether a file that is there already is replaced, whatever it holds. */
  readonly replace?: boolean;
};

export type ExportResult = {
  readonly file: string;
  /** Id of the exchange. */
  readonly exchange: string;
  /** Bytes. */
  readonly size: number;
  /** `false` where the file held just this already. */
  readonly written: boolean;
  /** Whether words go out of people whose consent is not recorded. */
  readonly consentUnknown: boolean;
  readonly transcripts: number;
  readonly quotes: number;
  readonly decisions: number;
  readonly themes: number;
  /** What may tell who somebody is and nobody decided on, where that is let through. */
  readonly undecided: readonly Leak[];
  /** What has no place in the file, or with a tool that reads it, and what was held back. */
  readonly losses: readonly Loss[];
};

export type DraftedExport = Omit<ExportResult, 'file' | 'written'> & { readonly bytes: Uint8Array };

/**
 * Makes the file of a study for another tool, by the extension of its name, without writing it. Only what participants agreed
 * to have used so goes into it, and nothing in which `guardPublication` finds somebody named. Throws `ToolkitError`
 * `unknown-exchange`, `publication-refused`, and what the exchange throws.
 */
export async function draftExport(
  { study, anchorings, decided }: StudyReading,
  { name, today, scope, exchange: id }: Omit<ExportOptions, 'path' | 'replace'> & { readonly name: string },
): Promise<DraftedExport> {
  const exchange = findExchange(name, id);
  if (exchange?.write === undefined) throw unknownExchange(name, id);
  const { study: allowed, losses: held } = selectExchangeable(study, today, scope);
  const leaving = exchange.onlyThemes ? keepThemes(allowed) : allowed;
  const { bytes, losses, outgoing } = await exchange.write(allowed);
  const isWhole = outgoing === undefined;
  const texts = listOutgoing(isWhole ? listWhole(allowed) : outgoing, name);
  const sent = new Set(texts.map(({ text }) => text));
  const quotes = allowed.quotes.filter(({ exact, wording }) => sent.has(wording ?? exact));
  const verdict = guardPublication({ texts, study, quotes, decided, isWhole });
  refuseLeaks(verdict);
  const lost = exchange.onlyThemes ? 0 : anchorings.filter(({ state }) => state === 'lost').length;
  const lostQuotes: Loss = {
    element: 'lost quote',
    count: lost,
    reason: 'its words are not found in its transcript, so that it has no place',
    kept: false,
  };
  return {
    exchange: exchange.id,
    bytes,
    size: bytes.length,
    consentUnknown: lacksConsentRecord(leaving.participants),
    transcripts: leaving.transcripts.length,
    quotes: leaving.quotes.length,
    decisions: leaving.decisions.length,
    themes: leaving.taxonomy.themes.length,
    undecided: verdict.undecided,
    losses: [
      ...(exchange.onlyThemes ? held.filter(isOfThemes) : held),
      ...(lost === 0 ? [] : [lostQuotes]),
      ...losses,
    ],
  };
}

/**
 * Writes a study for another tool: what `draftExport` makes. Throws `ToolkitError` as that does, `file-exists` (another tool
 * may have work in it), and as `writeFile` does.
 */
export async function exportStudy(reading: StudyReading, options: ExportOptions): Promise<ExportResult> {
  const { path, replace = false, ...rest } = options;
  const name = basename(path);
  const { bytes, exchange, size, ...about } = await draftExport(reading, { ...rest, name });
  const target = { folder: dirname(path), file: name };
  const isThere = holdsEntry(target.folder, name);
  const isSame = isThere && readGivenFile(path, name).equals(bytes);
  if (isThere && !isSame && !replace) throw fileExists(name);
  if (!isSame) writeFile(target, bytes);
  return { file: path, exchange, size, written: !isSame, ...about };
}

/** What is held back of a taxonomy: the rest of what is held back would not go out with it anyway. */
const isOfThemes = ({ element }: Loss) => element === 'example of a theme';

/** A study without all that people said and decided. */
function keepThemes(study: Study): Study {
  return { ...study, participants: [], transcripts: [], quotes: [], decisions: [] };
}

/** All words that a whole study holds; the settings stay here. */
function listWhole({ settings, participants, transcripts, quotes, decisions, ...rest }: Study) {
  return {
    name: settings.name,
    participants: participants.map(({ id, attributes }) => ({ id, attributes })),
    transcripts: transcripts.map(({ id, text, utterances }) => ({
      id,
      text,
      labels: utterances.flatMap(({ speaker }) => (speaker.kind === 'unknown' ? speaker.label : [])),
    })),
    quotes: quotes.map(({ id, exact, wording, note }) => ({ id, exact, wording, note })),
    decisions: decisions.map(({ coder, note }) => ({ coder, note })),
    ...rest,
  };
}

function unknownExchange(name: string, id: string | undefined): ToolkitError {
  const written = exchanges.filter(({ write }) => write !== undefined);
  const known = new Set(written.flatMap(({ extensions }) => extensions));
  const what = id === undefined ? name : `the ${id} as ${name}`;
  return new ToolkitError('unknown-exchange', `nothing is known to be written as ${what}`, {
    hint:
      id === undefined
        ? `Give the file one of these extensions: ${[...known].join(' ')}.`
        : 'Single tables are written as .csv.',
    place: { file: name },
  });
}

function fileExists(name: string): ToolkitError {
  return new ToolkitError('file-exists', `${name} is there already and holds something else`, {
    hint: 'It may hold work of another tool: choose another name, or say --replace.',
    place: { file: name },
  });
}
