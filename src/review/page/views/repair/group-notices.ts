import type { NoticeView } from '../../../messages/common.js';

export type Severity = NoticeView['severity'];
export type FileProblems = {
  readonly file: string;
  readonly notices: readonly (NoticeView & { readonly where: string })[];
  readonly errors: number;
};

const ranks: Readonly<Record<Severity, number>> = { error: 0, caution: 1, info: 2 };

const severities: Readonly<Record<Severity, { readonly sign: string; readonly word: string }>> = {
  error: { sign: '✕', word: 'Error' },
  caution: { sign: '!', word: 'Look at this' },
  info: { sign: 'i', word: 'Good to know' },
};

/** A sign and a word for how bad it is, so that no colour has to carry it. */
export const describeSeverity = (severity: Severity) => severities[severity];

const readLine = (where: string) => Number(/\d+/u.exec(where)?.[0] ?? 0);

/** Splits `decisions/ben.jsonl:94:2` into its file and "line 94, column 2"; what is no such place is a file. */
export function readPlace(place: string): { readonly file: string; readonly where: string } {
  const found = /^(.*?)(?::(\d+))?(?::(\d+))?$/su.exec(place);
  const [, file = place, line, column] = found ?? [];
  if (line === undefined) return { file, where: '' };
  return { file, where: column === undefined ? `line ${line}` : `line ${line}, column ${column}` };
}

const countErrors = (notices: readonly NoticeView[]) =>
  notices.filter(({ severity }) => severity === 'error').length;

/**
 * Problems by file, worst first and then by line; the files and folders named first come first, then those with most errors,
 * then by name.
 */
export function groupNotices(
  notices: readonly NoticeView[],
  first: readonly string[] = [],
): readonly FileProblems[] {
  const isLater = (file: string) => !first.some((each) => file === each || file.startsWith(`${each}/`));
  const files = new Map<string, (NoticeView & { where: string })[]>();
  for (const notice of notices) {
    const { file, where } = readPlace(notice.place);
    const list = files.get(file) ?? [];
    list.push({ ...notice, where });
    files.set(file, list);
  }
  return [...files]
    .map(([file, list]) => ({
      file,
      notices: list.toSorted(
        (a, b) => ranks[a.severity] - ranks[b.severity] || readLine(a.where) - readLine(b.where),
      ),
      errors: countErrors(list),
    }))
    .sort(
      (a, b) =>
        Number(isLater(a.file)) - Number(isLater(b.file)) ||
        b.errors - a.errors ||
        (a.file < b.file ? -1 : 1),
    );
}

/** How many of each severity there are. */
export function countSeverities(notices: readonly NoticeView[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => notices.filter((notice) => notice.severity === severity).length;
  return { error: count('error'), caution: count('caution'), info: count('info') };
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^study\.yaml$/u, 'the study’s settings'],
  [/^taxonomy\.yaml$/u, 'dimensions and themes'],
  [/^participants\.csv$/u, 'who was interviewed, and what they agreed to'],
  [/^quotes\.jsonl$/u, 'one quote a line'],
  [/^history\.jsonl$/u, 'who did what when'],
  [/^boards\.jsonl$/u, 'the order of quotes on boards'],
  [/^withdrawals\.jsonl$/u, 'who withdrew'],
  [/^transcripts$/u, 'the interviews'],
  [/^decisions\//u, 'one decision a line'],
  [/^transcripts\//u, 'a transcript'],
  [/^memos\//u, 'the memo of a theme'],
  [/^templates\//u, 'a look of your own for a report'],
];

/** What a file of a study is for, in a few words; empty where it is none that is known. */
export function describeFile(file: string): string {
  return kinds.find(([pattern]) => pattern.test(file))?.[1] ?? '';
}

const needs = new Map<string, string>([
  [
    'study.yaml',
    'says who asks and who answers, in which language, and who codes. Nothing of that is guessed: whoever it does not name is shown as the transcript calls them.',
  ],
  [
    'taxonomy.yaml',
    'holds the themes. Without it no quote can be given one, and those given before cannot be shown.',
  ],
  [
    'participants.csv',
    'says who was interviewed and what they agreed to. Without it nobody knows whose words these are.',
  ],
  ['withdrawals.jsonl', 'says who withdrew. Without it their words could come back.'],
  ['history.jsonl', 'is where everything that is done is written first. Without it nothing could be undone.'],
  ['transcripts', 'holds the interviews, and not one of them can be read.'],
]);

/** What a file is needed for, to follow its name. */
export const tellNeed = (file: string): string =>
  needs.get(file) ?? 'cannot be read, and the study needs it.';
