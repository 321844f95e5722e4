import type { Decision } from '../../../src/model/decision.js';
import type { Quote } from '../../../src/model/quote.js';
import { type Settings, settingsSchema } from '../../../src/model/settings.js';
import type { Theme } from '../../../src/model/theme.js';
import type { Transcript } from '../../../src/model/transcript.js';
import type { PatternInput } from '../../../src/pipeline/find-patterns.js';
import { settleTaggings } from '../../../src/pipeline/settle-taggings.js';
import { accept, buildParticipant, buildStudy, buildTheme } from '../build-study.js';
import { buildTranscript, quoteWords } from '../build-transcript.js';

/** What one person is asked and what is decided of it: answers, in each the themes of its quotes. */
export type Interview = {
  readonly id: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly date?: string;
  /** `[[['a'], ['b']]]` is one answer with two quotes. */
  readonly answers: readonly (readonly (readonly string[])[])[];
};

export type Interviewing = {
  readonly interviews: readonly Interview[];
  readonly themes?: readonly Theme[];
  readonly settings?: Partial<Settings>;
  readonly more?: (quotes: readonly Quote[]) => readonly Decision[];
};

/** A study in which every quote may be counted. Themes that are not given are those that the answers name. */
export function interviewPeople({ interviews, themes, settings, more }: Interviewing): PatternInput {
  const held = interviews.map((interview) => ({ interview, ...transcribe(interview) }));
  const quotes = held.flatMap((each) => each.quotes.map(({ quote }) => quote));
  const accepted = held.flatMap((each) =>
    each.quotes.flatMap(({ quote, themes: own }) => own.map((theme) => accept(quote, theme))),
  );
  const named = [...new Set(accepted.map(({ themeId }) => themeId))];
  const people = new Map(interviews.map(({ id, attributes }) => [id, attributes ?? {}]));
  return {
    study: {
      ...buildStudy({
        participants: Array.from(people, ([id, attributes]) =>
          buildParticipant(id, ['research'], attributes),
        ),
        transcripts: held.map(({ transcript }) => transcript),
        themes: themes ?? named.map((id) => buildTheme(id)),
        quotes,
      }),
      settings: { ...settingsSchema.parse({ name: 'Lighthouses' }), ...settings },
    },
    taggings: settleTaggings([...accepted, ...(more?.(quotes) ?? [])], []),
    countable: new Map(quotes.map((quote) => [quote.id, quote])),
    countedParticipants: [...people.keys()],
  };
}

function transcribe({ id, date, answers }: Interview) {
  const said = answers.map((quotes, answer) =>
    quotes.map((themes, at) => ({ themes, words: `${id} says thing ${at} of answer ${answer}.` })),
  );
  const built = buildTranscript(
    `t-${id}`,
    said.map((quotes) => [id, quotes.map(({ words }) => words).join(' ')] as const),
  );
  const transcript: Transcript = date === undefined ? built : { ...built, date };
  const quotes = said.flat().map(({ themes, words }) => ({ themes, quote: quoteWords(transcript, words) }));
  return { transcript, quotes };
}

/** People with one quote for each of their themes, each an answer of its own. */
export function askEach(held: readonly (readonly string[])[]): readonly Interview[] {
  return held.map((themes, at) => ({
    id: `P${String(at + 1).padStart(2, '0')}`,
    answers: themes.map((theme) => [[theme]]),
  }));
}
