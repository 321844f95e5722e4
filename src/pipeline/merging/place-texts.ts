import type { ExchangedStudy, ExchangedText, Loss } from '../../exchanges/exchange.js';
import type { Study } from '../../model/study.js';
import type { Transcript } from '../../model/transcript.js';
import { hashText } from '../../text/hash-text.js';
import type { SpeakerRules } from '../assign-speakers.js';
import type { Conflict } from './conflict.js';
import { listAsked } from './hear-interviewer.js';
import { alignOwn, type LaidTranscript, layTranscript } from './lay-transcript.js';
import type { KnownParticipants, ParticipantPlan } from './match-participants.js';
import { nameTranscript, takeFree } from './name-anew.js';
import type { PlacedText } from './place-passages.js';

/** A file for `transcripts/`. */
export type NewTranscript = { readonly id: string; readonly file: string; readonly content: string };

export type TextGround = Pick<KnownParticipants, 'listed'> & {
  readonly study: Study;
  /** Names of all files in `transcripts/`. */
  readonly files: readonly string[];
};

export type PlacedTexts = {
  readonly placed: ReadonlyMap<string, PlacedText>;
  readonly added: readonly NewTranscript[];
  readonly already: number;
  readonly conflicts: readonly Conflict[];
  readonly losses: readonly Loss[];
};

/** Each text as a transcript: one that the study has, or a new file. */
export function placeTexts(
  given: ExchangedStudy,
  { study, files, listed }: TextGround,
  people: ParticipantPlan,
): PlacedTexts {
  const rules: SpeakerRules = {
    settings: study.settings,
    participantIds: new Set([...(listed ?? []), ...people.added.map(({ id }) => id)]),
  };
  const owners = listOwners(given, people.ids);
  const known = new Map(study.transcripts.map((transcript) => [transcript.id.toLowerCase(), transcript]));
  const names = new Set(files.map((file) => file.toLowerCase()));
  const taken = new Set<string>();
  const placed = new Map<string, PlacedText>();
  const added: NewTranscript[] = [];
  const conflicts: Conflict[] = [];
  const left: string[] = [];
  let bare = 0;
  for (const text of given.texts) {
    const id = takeFree(nameTranscript(text.own?.id ?? text.name), taken);
    const present = known.get(id.toLowerCase());
    const own = alignOwn(text);
    if (present !== undefined && own?.text === present.text) {
      placed.set(text.key, { ...own, transcript: present, asked: listAsked(present.utterances) });
      continue;
    }
    const participant = owners.get(text.key);
    const laid = layTranscript({ text, id, rules, ...(participant === undefined ? {} : { participant }) });
    if (typeof laid === 'string') {
      left.push(`${id} (${laid})`);
      continue;
    }
    const asked = present === undefined ? laid.asked : listAsked(present.utterances);
    const { text: words, aligned } = laid;
    placed.set(text.key, { text: words, aligned, asked, transcript: present ?? draftTranscript(laid) });
    if (present === undefined && names.has(laid.file.toLowerCase())) {
      placed.delete(text.key);
      left.push(`${id} (another file is called ${laid.file})`);
    } else if (present === undefined) {
      if (laid.isBare) bare += 1;
      added.push({ id, file: laid.file, content: laid.content });
    } else if (present.text !== laid.text) conflicts.push(tellOtherText(present, text));
  }
  return {
    placed,
    added,
    already: placed.size - added.length,
    conflicts,
    losses: [...tellLeftTexts(left), ...tellBareTexts(bare)],
  };
}

/** The one participant of each text, where there is one. */
function listOwners(
  { participants }: ExchangedStudy,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const owners = new Map<string, string[]>();
  for (const { key, texts } of participants)
    for (const text of texts) owners.set(text, [...(owners.get(text) ?? []), ids.get(key) ?? key]);
  return new Map(
    [...owners].flatMap(([text, own]) => {
      const [only, ...others] = new Set(own);
      return only === undefined || others.length > 0 ? [] : [[text, only] as const];
    }),
  );
}

/** Enough of a transcript to make quotes of; the rest is read from its file. */
function draftTranscript({ id, file, text }: LaidTranscript): Transcript {
  return {
    id,
    file,
    text,
    textHash: hashText(text),
    participantIds: [],
    utterances: [],
    format: 'plain-text',
  };
}

function tellOtherText({ id }: Transcript, { name }: ExchangedText): Conflict {
  const message = `the study has other words than "${name.slice(0, 60)}" of the file: its passages were looked for by their words`;
  return { what: 'transcript', id, message };
}

function tellLeftTexts(left: readonly string[]): readonly Loss[] {
  if (left.length === 0) return [];
  const shown = `${left.slice(0, 5).join('; ')}${left.length > 5 ? ' …' : ''}`;
  return [
    { element: 'text', count: left.length, reason: `it was not taken: ${shown}`, kept: false, isLeft: true },
  ];
}

function tellBareTexts(count: number): readonly Loss[] {
  const reason = 'its words could not be written with the labels before them: write the labels in by hand';
  return count === 0 ? [] : [{ element: 'speakers of a text', count, reason, kept: false }];
}
