import {
  foldLabel,
  isInterviewerLabel,
  isParticipantCode,
  isParticipantLabel,
} from '../formats/turns/role-labels.js';
import type { Notice } from '../model/notice.js';
import type { Settings } from '../model/settings.js';
import type { Speaker } from '../model/speaker.js';

/** What a study says of the speakers in its transcripts. */
export type SpeakerRules = {
  readonly settings: Pick<Settings, 'coder' | 'interviewers' | 'speakers' | 'transcripts'>;
  /** Ids of `participants.csv`; empty where there is none. */
  readonly participantIds: ReadonlySet<string>;
};

export type SpeakerSource = {
  /** Id of the transcript. */
  readonly id: string;
  readonly file: string;
  /** The participant that the study or the source itself names. */
  readonly named: string | undefined;
  readonly turns: readonly { readonly label: string; readonly line: number }[];
};

export type AssignedSpeakers = {
  /** In the order of the turns. */
  readonly speakers: readonly Speaker[];
  readonly participantIds: readonly string[];
  readonly notices: readonly Notice[];
};

/** One label with all of its turns. */
type Label = { readonly label: string; readonly count: number; readonly line: number };

/** Who is known so far, by folded label. */
type Known = ReadonlyMap<string, Speaker>;

/**
 * Tells who speaks each turn by its label: the study's `speakers`, interviewer labels, participant ids, and labels such as
 * `Participant` for the one who is interviewed. One label that is left over beside an interviewer is taken for the one
 * participant, and said; every other stays unknown, and is said.
 */
export function assignSpeakers(source: SpeakerSource, rules: SpeakerRules): AssignedSpeakers {
  const labels = countLabels(source);
  const ids: IdsByFold = new Map([...rules.participantIds].map((id) => [foldLabel(id), id]));
  const ruled = new Map(labels.flatMap(({ label }) => toEntry(label, assignByRules(label, ids, rules))));
  const coded = listParticipants(ruled);
  const named = source.named === undefined ? undefined : (ids.get(foldLabel(source.named)) ?? source.named);
  const owner = named ?? (coded.length === 0 ? matchCode(source.id, ids) : undefined);
  const generic = assignGeneric(labels, { id: source.id, ruled, owner: owner ?? onlyOne(coded) });
  const assumed = assumeOwner(labels, { known: generic, owner });
  const speakers =
    assumed === undefined
      ? generic
      : new Map([...generic, ...toEntry(assumed.label, participant(assumed.owner))]);
  const spoken = listParticipants(speakers);
  return {
    speakers: lookUpSpeakers(source, speakers),
    participantIds: owner === undefined || spoken.includes(owner) ? spoken : [owner, ...spoken],
    notices: [
      ...(assumed === undefined ? [] : [explainAssumed(assumed, source.file)]),
      ...explainUnknown(labels, speakers, source.file),
    ],
  };
}

type IdsByFold = ReadonlyMap<string, string>;

function countLabels({ turns }: SpeakerSource): readonly Label[] {
  const written = new Map<string, { label: string; count: number; line: number }>();
  for (const { label, line } of turns) {
    const known = written.get(label);
    if (known === undefined) written.set(label, { label, count: 1, line });
    else known.count += 1;
  }
  const found = new Map<string, Label>();
  for (const { label, count, line } of written.values()) {
    const known = found.get(foldLabel(label)) ?? { label, count: 0, line };
    found.set(foldLabel(label), { ...known, count: known.count + count });
  }
  return [...found.values()];
}

/** The speaker of each turn; turns with one label share one value. */
function lookUpSpeakers({ turns }: SpeakerSource, known: Known): readonly Speaker[] {
  const found = new Map<string, Speaker>();
  return turns.map(({ label }) => {
    const speaker = found.get(label) ?? known.get(foldLabel(label)) ?? { kind: 'unknown', label };
    found.set(label, speaker);
    return speaker;
  });
}

function toEntry(label: string, speaker: Speaker | undefined): [string, Speaker][] {
  return speaker === undefined ? [] : [[foldLabel(label), speaker]];
}

function participant(participantId: string): Speaker {
  return { kind: 'participant', participantId };
}

function listParticipants(known: Known): string[] {
  const ids = [...known.values()].flatMap((speaker) =>
    speaker.kind === 'participant' ? [speaker.participantId] : [],
  );
  return [...new Set(ids)];
}

function onlyOne(ids: readonly string[]): string | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}

/** What the study says of a label, and what the label says itself. */
function assignByRules(label: string, ids: IdsByFold, { settings }: SpeakerRules): Speaker | undefined {
  const folded = foldLabel(label);
  const mapped = Object.entries(settings.speakers).find(([written]) => foldLabel(written) === folded);
  if (mapped !== undefined) return participant(mapped[1]);
  if (label === '') return undefined;
  const isInterviewer =
    settings.interviewers === undefined
      ? isInterviewerLabel(label)
      : settings.interviewers.some((written) => foldLabel(written) === folded);
  if (isInterviewer) return { kind: 'interviewer' };
  const code = matchCode(label, ids);
  return code === undefined ? undefined : participant(code);
}

/** The participant whose id this is, in any case; without a list of participants, whatever has the shape of an id. */
function matchCode(text: string, ids: IdsByFold): string | undefined {
  return ids.get(foldLabel(text)) ?? (ids.size === 0 && isParticipantCode(text) ? text : undefined);
}

type GenericLabels = { readonly id: string; readonly ruled: Known; readonly owner: string | undefined };

/** Labels for whoever is interviewed: one person, or as many as the labels have numbers. */
function assignGeneric(labels: readonly Label[], { id, ruled, owner }: GenericLabels): Known {
  const all = labels.map(({ label }) => label);
  const generic = all.filter(
    (label) => !ruled.has(foldLabel(label)) && !isParticipantCode(label) && isParticipantLabel(label, all),
  );
  const numbers = new Set(generic.map(readNumber));
  const someoneElse = owner === undefined && listParticipants(ruled).length > 0;
  if (someoneElse || (numbers.size > 1 && owner !== undefined)) return ruled;
  const named = generic.flatMap((label): [string, Speaker][] => {
    if (numbers.size === 1) return toEntry(label, participant(owner ?? id));
    return readNumber(label) === '' ? [] : toEntry(label, participant(`${id}-${readNumber(label)}`));
  });
  return new Map([...ruled, ...named]);
}

function readNumber(label: string): string {
  return /\d+$/.exec(label)?.[0] ?? '';
}

type Assumed = Label & { readonly owner: string };

/** The one label that nothing explains, where one participant is named who has no label, and an interviewer has one. */
function assumeOwner(
  labels: readonly Label[],
  { known, owner }: { readonly known: Known; readonly owner: string | undefined },
): Assumed | undefined {
  const left = labels.filter(({ label }) => !known.has(foldLabel(label)));
  const [only] = left;
  if (owner === undefined || only === undefined || left.length > 1) return undefined;
  const hasInterviewer = [...known.values()].some(({ kind }) => kind === 'interviewer');
  return hasInterviewer && listParticipants(known).length === 0 ? { ...only, owner } : undefined;
}

function explainAssumed({ label, count, line, owner }: Assumed, file: string): Notice {
  const utterances = `${count} ${count === 1 ? 'utterance' : 'utterances'}`;
  const which = label === '' ? `what has no label (${utterances})` : `"${label}" (${utterances})`;
  return {
    severity: 'caution',
    code: 'speaker-assumed',
    message: `${which} is taken for ${owner}, the one participant of this transcript; to say so, write in study.yaml: speakers: { "${label}": ${owner} }`,
    place: { file, line },
  };
}

function explainUnknown(labels: readonly Label[], known: Known, file: string): Notice[] {
  const left = labels.filter(({ label }) => !known.has(foldLabel(label)));
  if (left.length === 1 && labels.length === 1 && left[0]?.label === '')
    return [explainNoSpeakers(left[0], file)];
  return left.map(({ label, count, line }) => ({
    severity: 'caution',
    code: 'unknown-speaker',
    message:
      label === ''
        ? `${count} utterances have no speaker, so that nobody can be quoted with them: write a label before them, such as "P07:"`
        : `nobody knows who "${label}" is (${count} ${count === 1 ? 'utterance' : 'utterances'}): ${suggestWay(label)}`,
    place: { file, line },
  }));
}

/** A code such as `P05` is a participant whom the table lacks; any other label has to be told. */
function suggestWay(label: string): string {
  return isParticipantCode(label)
    ? `add a row for it to participants.csv, e.g. ${label},research;publication`
    : `in study.yaml write speakers: { "${label}": P07 } for a participant, or add the label to interviewers`;
}

function explainNoSpeakers({ line }: Label, file: string): Notice {
  const message =
    'no speaker is named anywhere, so that nobody can be quoted: begin each turn with a label, such as "Interviewer:" and "P07:"';
  return { severity: 'caution', code: 'no-speakers', message, place: { file, line } };
}
