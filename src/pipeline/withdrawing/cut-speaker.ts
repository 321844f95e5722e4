import { ToolkitError } from '../../errors.js';
import type { SourceText, Turn } from '../../formats/format.js';
import { recogniseFormat } from '../../formats/index.js';
import type { Transcript, Utterance } from '../../model/transcript.js';
import type { SpeakerRules } from '../assign-speakers.js';
import { joinTurns } from '../join-turns.js';
import { type ParsedSource, parseTranscript } from '../parse-transcript.js';
import type { Withdrawal } from '../plan-withdrawal.js';
import { isSaidBy } from '../plan-withdrawal.js';
import { findSpoken } from './spoken-runs.js';

export type CutRequest = {
  readonly source: SourceText;
  readonly parsed: ParsedSource;
  readonly rules: SpeakerRules;
  readonly withdrawal: Withdrawal;
};

export type CutSource = { readonly text: string; readonly transcripts: readonly Transcript[] };

/** Lines above the words of a turn that may be its own: a caption's times, and the number above them. */
const LINES_ABOVE = [2, 1, 0];

/**
 * A source without one participant's turns, their lines cut out; nothing where the rest would then be read otherwise, or
 * words of theirs would stay: such a file has to be edited by hand.
 */
export function cutSpeaker(request: CutRequest): CutSource | undefined {
  const { source, parsed, withdrawal } = request;
  const expected = describe(
    parsed.transcripts.map(({ transcript }) => transcript),
    withdrawal,
  );
  for (const above of LINES_ABOVE) {
    const text = cutLines(source.text, findOwnLines(request, above));
    const transcripts = readAgain({ ...request, source: { ...source, text } });
    if (transcripts === undefined || findSpoken(text, withdrawal.runs).length > 0) continue;
    if (describe(transcripts, withdrawal) === expected) return { text, transcripts };
  }
  return undefined;
}

/** What is said by whom and when once the participant is gone: neighbouring utterances of one speaker may become one. */
function describe(transcripts: readonly Transcript[], { participantId, alone }: Withdrawal): string {
  const isOwn = isSaidBy(participantId);
  const kept = transcripts
    .filter(({ id }) => !alone.has(id))
    .map(({ id, text, utterances }) => {
      const turns: { speaker: string; words: string; at: number | null }[] = [];
      for (const utterance of utterances.filter((each) => !isOwn(each))) {
        const speaker = JSON.stringify(utterance.speaker);
        const words = text.slice(utterance.span.start, utterance.span.end).replace(/\s+/gu, ' ');
        const before = turns.at(-1);
        if (before?.speaker === speaker) before.words += ` ${words}`;
        else turns.push({ speaker, words, at: utterance.startsAtMs ?? null });
      }
      return { id, turns };
    });
  return JSON.stringify(kept);
}

type PlacedTurn = { readonly line: number; readonly isOwn: boolean };

/** 1-based numbers of the lines of the participant's turns: each reaches to the next turn, whoever speaks that. */
function findOwnLines({ source, parsed, withdrawal }: CutRequest, above: number): ReadonlySet<number> {
  const reading = recogniseFormat(source)?.read(source);
  const interviews = reading?.interviews.filter(({ turns }) => turns.length > 0) ?? [];
  const turns = interviews
    .flatMap((interview, index): readonly PlacedTurn[] => {
      const transcript = parsed.transcripts[index]?.transcript;
      return transcript === undefined ? [] : judgeTurns(interview.turns, transcript, withdrawal);
    })
    .toSorted((a, b) => a.line - b.line);
  const end = source.text.split('\n').length + 1;
  const lines = new Set<number>();
  for (const [index, { line, isOwn }] of turns.entries()) {
    const next = turns[index + 1];
    const last = next === undefined ? end : next.line - above;
    if (isOwn) for (let at = Math.max(1, line - above); at < last; at++) lines.add(at);
  }
  return lines;
}

function judgeTurns(
  turns: readonly Turn[],
  { id, utterances }: Transcript,
  { alone, participantId }: Withdrawal,
): readonly PlacedTurn[] {
  const byStart = new Map<number, Utterance>(
    utterances.map((utterance) => [utterance.span.start, utterance]),
  );
  return joinTurns(turns).placed.map(({ turn, span }) => {
    const utterance = span === undefined ? undefined : byStart.get(span.start);
    const isOwn = alone.has(id) || (utterance !== undefined && isSaidBy(participantId)(utterance));
    return { line: turn.line, isOwn };
  });
}

function cutLines(text: string, lines: ReadonlySet<number>): string {
  return text
    .split('\n')
    .filter((_, index) => !lines.has(index + 1))
    .join('\n');
}

function readAgain({ source, rules }: CutRequest): readonly Transcript[] | undefined {
  try {
    const { transcripts } = parseTranscript({ name: source.name, bytes: Buffer.from(source.text) }, rules);
    return transcripts.map(({ transcript }) => transcript);
  } catch (error) {
    if (error instanceof ToolkitError) return undefined;
    throw error;
  }
}
