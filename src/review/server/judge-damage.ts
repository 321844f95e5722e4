import { ToolkitError } from '../../errors.js';
import { type ActionRequest, type Change, type Notice, planAction, type Recording } from '../../index.js';
import type { Desk } from '../answers/desk.js';

/** An action, who does it and when. */
export type Job = { readonly request: ActionRequest; readonly coder: string; readonly at: string };

/** Files that actions are written to. */
const recordFile = /^(?:taxonomy\.yaml|quotes\.jsonl|boards\.jsonl|history\.jsonl|decisions\/.+|memos\/.+)$/u;
/** What is said of a line or a value that is not used. */
const unread = new Set(['bad-line', 'missing-key', 'invalid-value']);
/** Said of a file that is whole: the next action tries again. */
const ofWhole = new Set(['action-unfinished']);

/**
 * Files of records that hold something which cannot be read, by the notices of a study. Somebody has to mend them in an
 * editor, which would overwrite what is written to them meanwhile: so nothing is.
 */
export function listSealed(notices: readonly Notice[]): ReadonlyMap<string, Notice> {
  const found = notices.filter(
    ({ severity, code, place }) =>
      severity === 'error' &&
      recordFile.test(place.file) &&
      (unread.has(code) || (place.line === undefined && !ofWhole.has(code))),
  );
  return new Map(found.toReversed().map((notice) => [notice.place.file, notice]));
}

/** Throws `ToolkitError` `study-broken` while there are files without which nothing can be decided. */
export function refuseBroken(desk: Desk): void {
  const message = sayRepair(desk);
  if (message === '') return;
  const [file = ''] = desk.repair?.files ?? [];
  const found = desk.reading.notices.find(
    ({ severity, place }) => severity === 'error' && place.file === file,
  );
  throw new ToolkitError('study-broken', message, {
    hint: 'Mend it in an editor: what you do waits until then.',
    place: found?.place ?? { file },
  });
}

/** Why nothing can be recorded in a study, in words; empty where it can. */
export function sayRepair({ repair }: Desk): string {
  if (repair === undefined) return '';
  const files = repair.files.filter((file) => file !== 'transcripts');
  const unused = `${files.join(' and ')} cannot be used as ${files.length === 1 ? 'it is' : 'they are'}`;
  const why = files.length === 0 ? 'not one transcript can be read' : unused;
  return `${why}, so the study can only be looked at`;
}

/**
 * Throws `ToolkitError` `file-broken` where an action would write to a file that cannot be read whole, and as `planAction`
 * does where there is such a file. One that was carried out before is let through: it only asks again.
 */
export function refuseSealed({ reading, history, notices }: Recording, { request, coder, at }: Job): void {
  const sealed = listSealed([...notices, ...reading.notices]);
  if (sealed.size === 0 || history.some(({ id }) => id === request.id)) return;
  const changes = planAction(reading.study, history, { action: request.action, coder, at, files: reading });
  const notice = changes.flatMap((change) => sealed.get(nameFile(change)) ?? [])[0];
  if (notice !== undefined) throw explainSealed(notice);
}

/** Whether an action failed since something that it names is not there. */
export const isMissing = (error: unknown): error is ToolkitError =>
  error instanceof ToolkitError && error.code.startsWith('unknown-');

/**
 * What to tell of an action that names something which is not there: where that is because a file cannot be read, it is not
 * refused for good.
 */
export function explainMissing(error: ToolkitError, { reading, notices }: Recording, job: Job): ToolkitError {
  const sealed = listSealed([...notices, ...reading.notices]);
  const cause =
    error.code === 'unknown-theme'
      ? sealed.get('taxonomy.yaml')
      : (findUnread(reading, job) ??
        (error.code === 'unknown-quote' ? sealed.get('quotes.jsonl') : undefined));
  return cause === undefined ? error : explainSealed(cause);
}

/** What is wrong with the transcript of an action, where that one cannot be read. */
function findUnread({ notices, anchorings }: Recording['reading'], { request: { action } }: Job) {
  const quote = 'quote' in action ? action.quote : undefined;
  const lost = anchorings.flatMap((found) =>
    found.state === 'lost' && found.was.id === quote ? found.was : [],
  );
  const transcript = 'transcript' in action ? action.transcript : lost[0]?.transcriptId;
  if (transcript === undefined) return undefined;
  return notices.find(
    ({ severity, place }) => severity === 'error' && stemOf(place.file) === `transcripts/${transcript}`,
  );
}

const stemOf = (file: string) => file.replace(/\.[^./]*$/u, '');

function explainSealed({ place }: Notice): ToolkitError {
  const where = place.line === undefined ? '' : ` (line ${place.line})`;
  return new ToolkitError(
    'file-broken',
    `${place.file} cannot be read whole${where}, so nothing is written to it`,
    {
      hint: 'Mend it in an editor: what you do waits here until then.',
      place,
    },
  );
}

function nameFile(change: Change): string {
  switch (change.kind) {
    case 'quote':
      return 'quotes.jsonl';
    case 'decision':
      return `decisions/${change.coder}.jsonl`;
    case 'theme':
      return 'taxonomy.yaml';
    case 'memo':
      return `memos/${change.theme}.md`;
    case 'board':
      return 'boards.jsonl';
  }
}
