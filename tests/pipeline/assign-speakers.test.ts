import { describe, expect, test } from 'vitest';
import {
  type AssignedSpeakers,
  assignSpeakers,
  type SpeakerRules,
} from '../../src/pipeline/assign-speakers.js';

type Study = Partial<SpeakerRules['settings']> & {
  readonly ids?: readonly string[];
  readonly named?: string;
  readonly id?: string;
};

function assign(
  labels: readonly string[],
  { ids = [], named, id = 'talk', ...settings }: Study = {},
): AssignedSpeakers {
  const turns = labels.map((label, index) => ({ label, line: index + 1 }));
  const rules = {
    settings: { coder: 'ana', speakers: {}, transcripts: {}, ...settings },
    participantIds: new Set(ids),
  };
  return assignSpeakers({ id, file: `${id}.txt`, named, turns }, rules);
}

/** `interviewer`, a participant's id, or `?label`. */
function name({ speakers }: AssignedSpeakers): string[] {
  return speakers.map((speaker) => {
    if (speaker.kind === 'participant') return speaker.participantId;
    return speaker.kind === 'interviewer' ? 'interviewer' : `?${speaker.label}`;
  });
}

describe('interviewers', () => {
  test.each([
    'Interviewer',
    'I',
    'int',
    'Q',
    'MODERATOR',
    'Interviewer 2',
    'Assistant',
    'AI',
    'Entrevistadora',
    'Интервьюер',
  ])('%s is one by the built-in list', (label) => expect(name(assign([label]))).toEqual(['interviewer']));

  test('the labels of the study replace the built-in list', () => {
    expect(name(assign(['Mara', 'Interviewer'], { interviewers: ['mara'] }))).toEqual([
      'interviewer',
      '?Interviewer',
    ]);
  });
});

describe('participants', () => {
  test('a label is a known participant in any case', () => {
    expect(name(assign(['I', 'p07'], { ids: ['P07'] }))).toEqual(['interviewer', 'P07']);
  });

  test('a label that has the shape of an id is one where no participants are listed, and only there', () => {
    expect(name(assign(['I', 'P07', 'S2']))).toEqual(['interviewer', 'P07', 'S2']);
    expect(name(assign(['I', 'P08'], { ids: ['P07'] }))).toEqual(['interviewer', '?P08']);
  });

  test('the speakers of the study come before every other rule', () => {
    expect(name(assign(['I', 'Dana R.'], { speakers: { 'dana r.': 'P03', i: 'P04' } }))).toEqual([
      'P04',
      'P03',
    ]);
  });

  test.each(['Participant', 'Interviewee', 'User', 'R', 'Befragte'])(
    '%s is the participant of the transcript',
    (label) => {
      expect(name(assign(['I', label], { named: 'P07' }))).toEqual(['interviewer', 'P07']);
      expect(assign(['I', label])).toMatchObject({ participantIds: ['talk'], notices: [] });
    },
  );

  test('A is a participant beside Q, and B beside I, but not alone', () => {
    expect(name(assign(['Q', 'A']))).toEqual(['interviewer', 'talk']);
    expect(name(assign(['I', 'B']))).toEqual(['interviewer', 'talk']);
    expect(name(assign(['A', 'B']))).toEqual(['?A', '?B']);
  });

  test('numbered labels are people of their own', () => {
    expect(name(assign(['I', 'Participant 1', 'Participant 2']))).toEqual([
      'interviewer',
      'talk-1',
      'talk-2',
    ]);
    const known = assign(['I', 'Participant 1', 'Participant 2'], { named: 'P07' });
    expect(name(known)).toEqual(['interviewer', '?Participant 1', '?Participant 2']);
    expect(known.participantIds).toEqual(['P07']);
  });

  test('the name of the transcript is its participant where it is an id', () => {
    expect(name(assign(['I', 'User'], { id: 'p07', ids: ['P07'] }))).toEqual(['interviewer', 'P07']);
  });
});

describe('labels that nothing explains', () => {
  test('the only one beside an interviewer is taken for the one participant, and said', () => {
    const assigned = assign(['I', 'Dana', 'I', 'Dana'], { named: 'P07' });
    expect(name(assigned)).toEqual(['interviewer', 'P07', 'interviewer', 'P07']);
    expect(assigned.notices).toMatchObject([
      { code: 'speaker-assumed', place: { file: 'talk.txt', line: 2 } },
    ]);
    expect(assigned.notices[0]?.message).toContain('speakers: { "Dana": P07 }');
  });

  test("answers without a label are the one participant's, and said", () => {
    const assigned = assign(['I', '', 'I', ''], { named: 'P07' });
    expect(name(assigned)).toEqual(['interviewer', 'P07', 'interviewer', 'P07']);
    expect(assigned.notices).toMatchObject([{ code: 'speaker-assumed', place: { line: 2 } }]);
    expect(assigned.notices[0]?.message).toContain('what has no label (2 utterances) is taken for P07');
    expect(assigned.notices[0]?.message).toContain('speakers: { "": P07 }');
  });

  test.each([
    ['there is somebody else', ['I', '', 'Dana'], 'P07'],
    ['the participant has a label already', ['I', 'P07', ''], 'P07'],
    ['there is no interviewer', [''], 'P07'],
    ['no participant is named', ['I', ''], undefined],
  ])('answers without a label stay unknown where %s', (_reason, labels, named) => {
    expect(name(assign(labels, named === undefined ? {} : { named }))).toContain('?');
  });

  test.each([
    ['there are two of them', ['I', 'Dana', 'Ines'], 'P07'],
    ['there is no interviewer', ['Dana'], 'P07'],
    ['the participant has a label already', ['I', 'P07', 'Dana'], 'P07'],
    ['no participant is named', ['I', 'Dana'], undefined],
  ])('stay unknown where %s', (_reason, labels, named) => {
    const assigned = assign(labels, named === undefined ? {} : { named });
    expect(name(assigned)).toContain('?Dana');
    expect(assigned.notices.map(({ code }) => code)).not.toContain('speaker-assumed');
  });

  test('are told to add a row where the label is a code that the table of participants lacks', () => {
    const { notices } = assign(['I', 'P05'], { ids: ['P01'] });
    expect(notices[0]?.message).toContain('(1 utterance): add a row for it to participants.csv');
  });

  test('give one notice a label with the number of utterances', () => {
    const { notices } = assign(['Mara', 'Tobi', 'Mara', '']);
    expect(notices.map(({ code, place }) => [code, place.line])).toEqual([
      ['unknown-speaker', 1],
      ['unknown-speaker', 2],
      ['unknown-speaker', 4],
    ]);
    expect(notices[0]?.message).toContain('2 utterances');
  });
});
