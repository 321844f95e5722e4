import type { Question } from '../pipeline/pseudonyms/list-questions.js';
import type { Asking } from '../workspace/pseudonymising/ask-strings.js';
import type { Colours } from './door.js';

/** The keys, a line each. */
export const help = [
  '  Enter  take what is proposed        k  keep: it stays, and tells nobody who somebody is',
  '  r      replace with other words     n  not a name: found by mistake, stays',
  '  g      generalise, to less precise  s  the same as another, with its pseudonym',
  '  a      one answer for all that are left of the group',
  '  u      undo the last answer         q  stop: what is answered stays saved        ?  this help',
];

/** How many strings of which group need a decision, and the keys. */
export function introduce(questions: readonly Question[]): string {
  const groups = new Map<string, number>();
  for (const { group } of questions) groups.set(group, (groups.get(group) ?? 0) + 1);
  const counts = [...groups].map(([group, count]) => `${group.toLowerCase()} ${count}`).join(', ');
  return `\n${questions.length} strings need a decision: ${counts}.\nEvery answer is saved at once.\n\n${help.join('\n')}\n`;
}

type Progress = { readonly asking: Asking; readonly start: Asking };
type Screen = { readonly colours: Colours; readonly width: number };

/** A string with its kind, count and one line of context; under the name of its group where that was not shown yet. */
export function showQuestion(
  { asking, start, desk: { colours, width } }: Progress & { readonly desk: Screen },
  { row, group }: Question,
  shown: string | undefined,
): string {
  const done = asking.decisions.length - start.decisions.length;
  const what = `${row.kind.replaceAll('-', ' ')}, ${row.count === 1 ? 'once' : `${row.count} times`}`;
  const context = fitExample(showPlain(row.example), showPlain(row.text), width - 2);
  return [
    ...(group === shown ? [''] : ['', colours.cyan(group)]),
    `${colours.bold(showPlain(row.text))}  ${colours.dim(`${what} · ${done + 1} of ${done + asking.questions.length}`)}`,
    `  ${context.before}${colours.bold(context.found)}${context.after}`,
    ...(row.note === '' ? [] : [`  ${colours.yellow(showPlain(row.note))}`]),
    '',
  ].join('\n');
}

/** What Enter gives, and the keys. */
export function showPrompt({ becomes, row }: Question, colours: Colours): string {
  const same = row.sameAs === '' ? '' : `, the same as ${showPlain(row.sameAs)}`;
  const proposal = becomes === '' ? 'generalise to what?' : colours.green(becomes) + same;
  return `  Enter → ${proposal}   ${colours.dim('r g k n s a u q ?')} ▸ `;
}

/** What became of the strings that were asked about. */
export function showAnswered(saved: Asking, questions: readonly Question[], colours: Colours): string {
  const texts = new Set(questions.map(({ row }) => row.text));
  const decided = saved.decisions.filter(({ text }) => texts.has(text));
  const [first] = decided;
  if (decided.length !== 1 || first === undefined) return `  ${colours.green(`${decided.length} decided`)}`;
  const stays = first.decision === 'keep' ? 'stays' : 'not a name, stays';
  return `  ${colours.green(first.replacement === '' ? stays : `becomes ${first.replacement}`)}`;
}

/** Without what would move the cursor or turn the line round. */
export const showPlain = (text: string) => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');

export const cutEnd = (text: string, room: number) => (text.length > room ? `${text.slice(0, room)}…` : text);

/** As much of a line around a string as fits, in three pieces. */
function fitExample(example: string, text: string, width: number) {
  const at = Math.max(0, example.toLowerCase().indexOf(text.toLowerCase()));
  const end = Math.min(example.length, at + text.length);
  const room = Math.max(0, Math.floor((width - (end - at)) / 2) - 1);
  const before = example.slice(0, at);
  return {
    before: before.length > room ? `…${before.slice(before.length - room)}` : before,
    found: example.slice(at, end),
    after: cutEnd(example.slice(end), room),
  };
}
