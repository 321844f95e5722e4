import type { SourceMark } from '../formats/format.js';
import type { Decision } from '../model/decision.js';
import type { Notice } from '../model/notice.js';
import type { Quote } from '../model/quote.js';
import type { Settings } from '../model/settings.js';
import type { Span } from '../model/span.js';
import type { Transcript } from '../model/transcript.js';
import { readColour } from '../text/read-colour.js';
import { makeQuote } from './make-quote.js';

/** A mark with its place in the transcript's text. */
export type PlacedMark = { readonly mark: SourceMark; readonly span: Span };

export type MarkedQuotes = {
  readonly quotes: readonly Quote[];
  readonly decisions: readonly Decision[];
  readonly notices: readonly Notice[];
};

export type MarkingRules = {
  readonly transcript: Transcript;
  /** `coder` decided where a mark does not say who; `marks` gives colours their theme. */
  readonly settings: Pick<Settings, 'coder' | 'marks'>;
};

/**
 * Makes a quote of each marked passage, and a decision for each theme that its marks name. Marks on the very same words
 * are one quote. An interviewer's words are no quote.
 */
export function readMarkedQuotes(marks: readonly PlacedMark[], rules: MarkingRules): MarkedQuotes {
  const { transcript } = rules;
  const isInterviewers = findInterviewerWords(transcript);
  const passages = groupBySpan(marks.filter(({ span }) => !isInterviewers(span)));
  const counts = new Map<string, number>();
  const made = passages.map((own) => {
    const [{ span }] = own;
    const exact = transcript.text.slice(span.start, span.end);
    const occurrence = counts.get(exact) ?? 0;
    counts.set(exact, occurrence + 1);
    const note = own.flatMap(({ mark }) => mark.note ?? []).join(' / ');
    return { quote: makeQuote({ transcript, span, occurrence, ...(note === '' ? {} : { note }) }), own };
  });
  const themesOf = readColourThemes(rules.settings.marks ?? {});
  return {
    quotes: made.map(({ quote }) => quote),
    decisions: made.flatMap(({ quote, own }) =>
      listJudgements(own, themesOf, rules.settings.coder).map(({ themeId, coder }) => ({
        quoteId: quote.id,
        themeId,
        coder,
        applies: true,
        decidedAt: '',
      })),
    ),
    notices: explainInterviewers(
      marks.filter(({ span }) => isInterviewers(span)).map(({ mark }) => mark),
      transcript.file,
    ),
  };
}

/** Marks on one passage: never none. */
type Passage = [PlacedMark, ...PlacedMark[]];

function groupBySpan(marks: readonly PlacedMark[]): readonly Passage[] {
  const groups = new Map<string, Passage>();
  for (const placed of marks) {
    const key = `${placed.span.start} ${placed.span.end}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [placed]);
    else group.push(placed);
  }
  return [...groups.values()];
}

type ThemesOf = (mark: SourceMark) => readonly string[];

/** The themes of a mark: those that it names, and that of its colour. */
function readColourThemes(marks: Readonly<Record<string, string>>): ThemesOf {
  const byColour = new Map(Object.entries(marks).map(([written, theme]) => [readColour(written), theme]));
  return ({ themes, colour }) => {
    const theme = colour === undefined ? undefined : byColour.get(colour);
    return theme === undefined || themes.includes(theme) ? themes : [...themes, theme];
  };
}

type Judgement = { readonly themeId: string; readonly coder: string };

/** One judgement for each theme and coder of a passage, in the order of its marks. */
function listJudgements(own: Passage, themesOf: ThemesOf, usual: string): readonly Judgement[] {
  const found = new Map<string, Judgement>();
  for (const { mark } of own) {
    const coder = mark.coder ?? usual;
    for (const themeId of themesOf(mark)) found.set(`${coder}\n${themeId}`, { themeId, coder });
  }
  return [...found.values()];
}

/** Whether a span touches words of an interviewer. */
function findInterviewerWords({ utterances }: Transcript): (span: Span) => boolean {
  const spoken = utterances.filter(({ speaker }) => speaker.kind === 'interviewer').map(({ span }) => span);
  return ({ start, end }) => {
    const next = findFirst(spoken, (span) => span.end > start);
    return next !== undefined && next.start < end;
  };
}

/** First of a sorted list for which `holds`, by halving. */
function findFirst(spans: readonly Span[], holds: (span: Span) => boolean): Span | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span !== undefined && holds(span)) high = middle;
    else low = middle + 1;
  }
  return spans[low];
}

/** One notice a mark; but one for all highlights, since whole interviews have their questions in colour. */
function explainInterviewers(marks: readonly SourceMark[], file: string): readonly Notice[] {
  const coloured = marks.filter(({ colour }) => colour !== undefined);
  const others = marks.filter(({ colour }) => colour === undefined);
  const [first] = coloured;
  const told = others.map((mark) => explainInterviewer(mark, file));
  if (first === undefined) return told;
  if (coloured.length === 1) return [explainInterviewer(first, file), ...told];
  const message = `${coloured.length} highlights hold words of an interviewer, which are never a quote: highlight the participant alone, or correct "interviewers" in study.yaml`;
  return [{ ...explainInterviewer(first, file), message }, ...told];
}

function explainInterviewer({ line }: SourceMark, file: string): Notice {
  return {
    severity: 'caution',
    code: 'mark-on-interviewer',
    message:
      'this mark holds words of an interviewer, which are never a quote: mark the participant alone, or correct "interviewers" in study.yaml',
    place: { file, line },
  };
}
