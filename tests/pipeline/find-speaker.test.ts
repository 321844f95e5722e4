import { describe, expect, it } from 'vitest';
import { findSpeaker } from '../../src/pipeline/find-speaker.js';
import { buildTranscript } from './build-transcript.js';

const transcript = buildTranscript('call', [
  ['I', 'So?'],
  ['P01', 'It went out.'],
  ['P01', 'Twice.'],
  ['?Dana', 'No.'],
]);
const find = (words: string) => {
  const start = transcript.text.indexOf(words);
  return findSpeaker(transcript, { start, end: start + words.length });
};

describe('findSpeaker', () => {
  it('finds who speaks a passage, also over several utterances of one speaker', () => {
    expect(find('So?')).toEqual({ kind: 'one', speaker: { kind: 'interviewer' } });
    expect(find('went out.\nTwice')).toEqual({
      kind: 'one',
      speaker: { kind: 'participant', participantId: 'P01' },
    });
    expect(find('No.')).toEqual({ kind: 'one', speaker: { kind: 'unknown', label: 'Dana' } });
  });

  it('names all speakers of a passage in the order in which they speak', () => {
    expect(find('So?\nIt went out.\nTwice.\nNo')).toEqual({
      kind: 'several',
      speakers: [
        { kind: 'interviewer' },
        { kind: 'participant', participantId: 'P01' },
        { kind: 'unknown', label: 'Dana' },
      ],
    });
  });

  it('finds nobody between utterances and beyond the end', () => {
    expect(findSpeaker(transcript, { start: 3, end: 4 })).toEqual({ kind: 'nobody' });
    expect(findSpeaker(transcript, { start: 900, end: 901 })).toEqual({ kind: 'nobody' });
  });

  it('agrees with a search through all utterances', () => {
    for (let start = 0; start < transcript.text.length; start++) {
      for (let end = start + 1; end <= transcript.text.length; end++) {
        const touched = transcript.utterances.filter(({ span }) => span.start < end && start < span.end);
        const speakers = new Set(touched.map(({ speaker }) => JSON.stringify(speaker)));
        const found = findSpeaker(transcript, { start, end });
        const listed =
          found.kind === 'several' ? found.speakers : found.kind === 'one' ? [found.speaker] : [];
        expect(listed.map((speaker) => JSON.stringify(speaker))).toEqual([...speakers]);
      }
    }
  });
});
