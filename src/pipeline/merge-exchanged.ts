import type { ExchangedStudy, Loss } from '../exchanges/exchange.js';
import { countLeft, countLosses } from '../exchanges/refi/list-import-losses.js';
import type { Participant } from '../model/participant.js';
import type { Dimension, Theme } from '../model/theme.js';
import type { Conflict } from './merging/conflict.js';
import { matchMemos, type NewMemo } from './merging/match-memos.js';
import { matchParticipants, type ParticipantPlan } from './merging/match-participants.js';
import { matchThemes } from './merging/match-themes.js';
import { initialsOf, isDerived, nameCoder, takeFree } from './merging/name-anew.js';
import { type KnownPassages, type PassagePlan, placePassages } from './merging/place-passages.js';
import { type NewTranscript, placeTexts, type TextGround } from './merging/place-texts.js';

/** The study that a file is merged into. */
export type MergeGround = TextGround & {
  readonly known: Pick<KnownPassages, 'quoteIds' | 'lastWords'>;
  /** The files of memos by theme id, as they stand. */
  readonly memos: ReadonlyMap<string, string>;
  /** ISO 8601, now. */
  readonly at: string;
};

/** What a file adds to a study. Everything refers only to what comes before it, or is in the study. */
export type MergePlan = {
  readonly participants: readonly Participant[];
  readonly dimensions: readonly Dimension[];
  readonly themes: readonly Theme[];
  readonly transcripts: readonly NewTranscript[];
  readonly memos: readonly NewMemo[];
  readonly quotes: PassagePlan['quotes'];
  readonly decisions: PassagePlan['decisions'];
  /** How much of the file the study has already. */
  readonly already: Readonly<
    Record<'participants' | 'themes' | 'transcripts' | 'memos' | 'quotes' | 'decisions', number>
  >;
  readonly conflicts: readonly Conflict[];
  readonly losses: readonly Loss[];
  /** New quotes in which an interviewer speaks: alone, by transcript, and beside others. */
  readonly interviewers: Pick<PassagePlan, 'asked' | 'interrupted'>;
  /** Codes that were made of names: initials only, since a study keeps no names. */
  readonly renamed: readonly {
    readonly what: 'coder' | 'participant';
    readonly initials: string;
    readonly id: string;
  }[];
};

/**
 * Plans how a study of another tool becomes part of this one. Nothing that the study has is changed: where both differ,
 * that is a conflict in the list. The same file again gives an empty plan.
 */
export function mergeExchanged(given: ExchangedStudy, ground: MergeGround): MergePlan {
  const { study, listed, at } = ground;
  const themes = matchThemes(given.themes, study.taxonomy);
  const people = matchParticipants(given.participants, { participants: study.participants, listed });
  const texts = placeTexts(given, ground, people);
  const coders = nameCoders(given, ground);
  const placed = placePassages({
    passages: given.passages,
    texts: texts.placed,
    themes: themes.ids,
    coders,
    someone: coders.size === 1 ? ([...coders.values()][0] ?? 'imported') : 'imported',
    known: { quotes: study.quotes, ...ground.known },
    at,
  });
  const memos = matchMemos(given, themes.ids, { files: ground.memos, memos: study.memos });
  return {
    participants: people.added,
    dimensions: themes.dimensions,
    themes: themes.themes,
    transcripts: texts.added,
    memos: memos.added,
    quotes: placed.quotes,
    decisions: placed.decisions,
    already: {
      participants: people.already,
      themes: themes.already,
      transcripts: texts.already,
      memos: memos.already,
      ...placed.already,
    },
    conflicts: [
      ...people.conflicts,
      ...themes.conflicts,
      ...texts.conflicts,
      ...memos.conflicts,
      ...placed.conflicts,
    ],
    interviewers: { asked: placed.asked, interrupted: placed.interrupted },
    losses: [...texts.losses, ...listMergeLosses(placed, people)],
    renamed: [
      ...given.coders.flatMap(({ key, name }) => tellRenamed('coder', name, coders.get(key))),
      ...given.participants.flatMap(({ key, name }) => tellRenamed('participant', name, people.ids.get(key))),
    ],
  };
}

/** Codes by key. Two names never become one code. */
function nameCoders({ coders }: ExchangedStudy, { known }: MergeGround): ReadonlyMap<string, string> {
  const present = new Set(known.lastWords.map(({ coder }) => coder));
  const taken = new Set<string>();
  return new Map(
    coders.map((coder) => {
      const code = nameCoder(coder, present);
      return [coder.key, isDerived(code, coder.name) ? takeFree(code, taken) : code];
    }),
  );
}

function tellRenamed(
  what: 'coder' | 'participant',
  name: string,
  id: string | undefined,
): MergePlan['renamed'] {
  if (id === undefined || !isDerived(id, name)) return [];
  return [{ what, initials: initialsOf(name), id }];
}

function listMergeLosses(
  { unspoken, lost, moved }: PassagePlan,
  { withheld, refused }: ParticipantPlan,
): readonly Loss[] {
  const named = `${refused.slice(0, 5).join(', ')}: a study has no place for names and addresses, and takes consent from nobody else`;
  return [
    ...countLosses([
      [
        'passage without speech',
        unspoken,
        'it covers a heading, a label or a time, or its text was not taken',
      ],
      ['passage found elsewhere', moved, 'the transcript that the study has differs: look at these quotes'],
      [
        'attribute',
        withheld,
        'the study has no participants.csv, and a first one would take consent from whoever is missing there: write one with everybody in it, and import again',
      ],
      ['kind of attribute', refused.length, named],
    ]),
    ...countLeft([['passage not found', lost, 'the transcript that the study has does not hold its words']]),
  ];
}
