import { type Decision, type DecisionRecord, decisionRecordSchema } from '../model/decision.js';
import type { Place } from '../model/notice.js';
import { listEntries, readBytes } from './read-file.js';
import { readJsonLines } from './read-json-lines.js';
import { studyFolders } from './study-files.js';
import { type Reading, tryReading } from './try-reading.js';

const example =
  '{"quote":"q_7c1d9e02b4","theme":"define-success","applies":true,"at":"2026-04-02T09:14:20Z"}';

/** A decision and where it stands. */
export type RecordedDecision = {
  readonly decision: Decision;
  /** Whether the line takes back what its coder had said, so that nothing is said. */
  readonly isTakenBack: boolean;
  readonly place: Place;
};

/** Reads `decisions/*.jsonl` as recorded: every line, coder by coder. A coder's name is the file's. */
export function readDecisions(folder: string): Reading<readonly RecordedDecision[]> {
  return tryReading<readonly RecordedDecision[]>(studyFolders.decisions, [], () => {
    const names = listEntries(folder, studyFolders.decisions).filter(
      ({ name, isFolder }) => !isFolder && name.endsWith('.jsonl'),
    );
    const readings = names.map(({ name }) => readDecisionsOf(folder, name.slice(0, -'.jsonl'.length)));
    return {
      value: readings.flatMap(({ value }) => value),
      notices: readings.flatMap(({ notices }) => notices),
    };
  });
}

/** The same for two decisions on one quote and theme, whoever made them. */
export const nameTakenBack = ({ quoteId, themeId }: Pick<Decision, 'quoteId' | 'themeId'>) =>
  `${quoteId}\n${themeId}`;

/** What was taken back at last, by `nameTakenBack`. */
export function listTakenBack(recorded: readonly RecordedDecision[]): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { decision, isTakenBack } of recorded)
    if (isTakenBack) taken.add(nameTakenBack(decision));
    else if (taken.size > 0) taken.delete(nameTakenBack(decision));
  return taken;
}

/** The file of a coder's decisions, relative to the study. */
export const nameDecisionsFile = (coder: string) => `${studyFolders.decisions}/${coder}.jsonl`;

function readDecisionsOf(folder: string, coder: string): Reading<readonly RecordedDecision[]> {
  const file = nameDecisionsFile(coder);
  return tryReading<readonly RecordedDecision[]>(file, [], () => {
    const lines = readJsonLines({
      file,
      bytes: readBytes(folder, file),
      schema: decisionRecordSchema,
      example,
    });
    return {
      value: lines.value.map(({ record, place }) => ({
        decision: toDecision(record, coder),
        isTakenBack: record.applies === null,
        place,
      })),
      notices: lines.notices,
    };
  });
}

function toDecision(
  { quote, theme, applies, contradicts, at, note }: DecisionRecord,
  coder: string,
): Decision {
  return {
    quoteId: quote,
    themeId: theme,
    coder,
    applies: applies === true,
    ...(contradicts === undefined ? {} : { contradicts }),
    decidedAt: at,
    ...(note === undefined ? {} : { note }),
  };
}

/** The line of `decisions/<coder>.jsonl` for a decision, its keys in the order of the format. */
export function toDecisionRecord({
  quoteId,
  themeId,
  applies,
  contradicts,
  decidedAt,
  note,
}: Decision): DecisionRecord {
  return {
    quote: quoteId,
    theme: themeId,
    applies,
    ...(contradicts === undefined ? {} : { contradicts }),
    at: decidedAt,
    ...(note === undefined ? {} : { note }),
  };
}
