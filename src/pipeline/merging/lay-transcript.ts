import { ToolkitError } from '../../errors.js';
import type { ExchangedText } from '../../exchanges/exchange.js';
import type { Interview } from '../../formats/format.js';
import { recogniseFormat } from '../../formats/index.js';
import type { Span } from '../../model/span.js';
import { assignSpeakers, type SpeakerRules } from '../assign-speakers.js';
import { type JoinedTurns, joinTurns } from '../join-turns.js';
import { type AlignedSource, alignTurns } from './align-turns.js';
import { listAsked } from './hear-interviewer.js';

/** A file for `transcripts/`, and what it will be read as. */
export type LaidTranscript = {
  readonly id: string;
  /** File name. */
  readonly file: string;
  readonly content: string;
  /** The transcript's text. */
  readonly text: string;
  readonly aligned: AlignedSource;
  /** Where interviewers speak in the text, in order. */
  readonly asked: readonly Span[];
  /** Whether it had to be written without saying who speaks. */
  readonly isBare: boolean;
};

export type LayRequest = {
  readonly text: ExchangedText;
  /** The transcript's. */
  readonly id: string;
  /** The one participant whose text it is, where there is just one. */
  readonly participant?: string;
  readonly rules: SpeakerRules;
};

/**
 * Makes the file of a transcript out of a text of another tool, so that reading it gives the same words. A text of our
 * own is laid out with its speakers and times; any other is taken as it stands. In words why it cannot be read.
 */
export function layTranscript(request: LayRequest): LaidTranscript | string {
  const spoken = alignOwn(request.text);
  if (spoken === undefined) return layForeign(request);
  const forms: readonly Form[] = ['plain', 'fenced', 'bare'];
  for (const form of forms) {
    const laid = layOwn(request, spoken, form);
    if (laid !== undefined) return laid;
  }
  return layForeign(request);
}

/** What the transcript of a text of our own says, as far as it is as we wrote it. */
export function alignOwn({
  text: source,
  own,
}: ExchangedText): Pick<LaidTranscript, 'text' | 'aligned'> | undefined {
  if (own === undefined) return undefined;
  let at = 0;
  const stretches = own.turns.map(({ start, end }) => {
    const stretch = { source: start, sourceEnd: end, text: at, textEnd: at + end - start };
    at = stretch.textEnd + 1;
    return stretch;
  });
  const text = own.turns.map(({ start, end }) => source.slice(start, end)).join('\n');
  return { text, aligned: { source, stretches } };
}

/**
 * `plain` is what people read best; between the fences of `fenced`, in Markdown, no sign means anything; `bare` leaves
 * out who speaks, for the sake of the words.
 */
type Form = 'plain' | 'fenced' | 'bare';

/** `undefined` where reading it would give other words or speakers. */
function layOwn(
  { text, id, rules }: LayRequest,
  { text: expected, aligned }: Pick<LaidTranscript, 'text' | 'aligned'>,
  form: Form,
): LaidTranscript | undefined {
  const content = formatOwn(text, form);
  const file = `${id}.${form === 'plain' ? 'txt' : 'md'}`;
  const read = readContent(file, content, rules);
  if (typeof read === 'string' || read.joined.text !== expected) return undefined;
  const turns = text.own?.turns ?? [];
  const labels = read.interview.turns.map(({ label }) => label);
  const isSame = labels.join('\n') === turns.map(({ label }) => label).join('\n');
  const isNamed = turns.some(({ label }) => label !== '');
  if (!isSame && isNamed && form !== 'bare') return undefined;
  const asked = findAsked(read, { id, file, rules });
  return { id, file, content, text: expected, aligned, asked, isBare: form === 'bare' };
}

function formatOwn({ text, own }: ExchangedText, form: Form): string {
  const [participant, ...others] = own?.participants ?? [];
  const head = formatFrontMatter({
    ...(participant === undefined || others.length > 0 ? {} : { participant }),
    ...(own?.date === undefined ? {} : { date: own.date }),
  });
  const blocks = (own?.turns ?? []).map(({ label: written, start, end, startsAtMs }) => {
    const label = form === 'bare' ? '' : written;
    const time = startsAtMs === undefined || label === '' ? '' : `[${formatClock(startsAtMs)}] `;
    const words = text.slice(start, end);
    return form === 'plain' ? `${time}${formatPlain(label, words)}` : `${time}${formatFenced(label, words)}`;
  });
  return `${head}${blocks.join('\n\n')}\n`;
}

function formatPlain(label: string, words: string): string {
  return `${label === '' ? '' : `${label}: `}${escapeMarks(words).replaceAll('\n', '\n\n')}`;
}

function formatFenced(label: string, words: string): string {
  const longest = Math.max(0, ...[...words.matchAll(/~+/g)].map(([run]) => run.length));
  const fence = '~'.repeat(Math.max(3, longest + 1));
  return `${label === '' ? '' : `**${label}:**\n`}${fence}\n${words}\n${fence}`;
}

/** `00:01:02.345` */
function formatClock(ms: number): string {
  const pad = (value: number, length = 2) => String(Math.floor(value)).padStart(length, '0');
  const clock = `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}`;
  return ms % 1000 === 0 ? clock : `${clock}.${pad(ms % 1000, 3)}`;
}

function formatFrontMatter(entries: Readonly<Record<string, string>>): string {
  const lines = Object.entries(entries).map(([key, value]) => `${key}: ${value}`);
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n\n`;
}

/** What would be a mark of ours is only two equals signs there. */
const escapeMarks = (text: string) => text.replaceAll('==', '\\==');

function layForeign({ text: { text: source }, id, participant, rules }: LayRequest): LaidTranscript | string {
  const head = participant === undefined ? '' : formatFrontMatter({ participant });
  const content = `${head}${escapeMarks(source).replace(/\n*$/, '\n')}`;
  const file = `${id}.txt`;
  const read = readContent(file, content, rules);
  if (typeof read === 'string') return read;
  const lineShift = head.split('\n').length - 1;
  const aligned = alignTurns(source, read.joined, lineShift);
  const asked = findAsked(read, { id, file, rules });
  return { id, file, content, text: read.joined.text, aligned, asked, isBare: false };
}

type ReadContent = { readonly interview: Interview; readonly joined: JoinedTurns };

type Reader = Pick<LaidTranscript, 'id' | 'file'> & Pick<LayRequest, 'rules'>;

/** Where interviewers will be heard once the file is read. */
function findAsked({ interview, joined }: ReadContent, { id, file, rules }: Reader): readonly Span[] {
  const { transcripts } = rules.settings;
  const said = Object.hasOwn(transcripts, file) ? transcripts[file]?.participant : undefined;
  const named = said ?? interview.participant;
  const { speakers } = assignSpeakers({ id, file, named, turns: interview.turns }, rules);
  return listAsked(
    joined.placed.flatMap(({ span }, index) => {
      const speaker = speakers[index];
      return span === undefined || speaker === undefined ? [] : [{ span, speaker }];
    }),
  );
}

/** Reads a file that is about to be written as it will be read from then on. */
function readContent(
  name: string,
  text: string,
  { settings, participantIds }: SpeakerRules,
): ReadContent | string {
  const labels = [...(settings.interviewers ?? []), ...Object.keys(settings.speakers), ...participantIds];
  const source = { name, text, labels };
  try {
    const reading = recogniseFormat(source)?.read(source);
    const spoken = reading?.interviews.filter(({ turns }) => turns.length > 0) ?? [];
    const [interview, ...others] = spoken;
    if (interview === undefined) return 'it holds no words';
    if (others.length > 0 || interview.id !== undefined) return 'it would be read as a table of interviews';
    const joined = joinTurns(interview.turns);
    return joined.text === '' ? 'it holds no words' : { interview, joined };
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    return error.message;
  }
}
