import { describe, expect, it } from 'vitest';
import { participants } from '../../src/reporting/participants.js';
import { layOutStrips, MOST_STRIPS } from '../../src/reporting/sections/interview-strips.js';
import { gardenInput } from './sample-inputs.js';

/** The garden study with so many people who each say one thing that may be printed. */
function crowd(size: number) {
  const [quote] = gardenInput.publishable.values();
  const [participant] = gardenInput.study.participants;
  const [transcript] = gardenInput.study.transcripts;
  if (quote === undefined || participant === undefined || transcript === undefined) throw new Error('empty');
  const ids = Array.from({ length: size }, (_, at) => `X${at}`);
  const quotes = new Map(ids.map((id) => [`q_${id}`, { ...quote, id: `q_${id}`, transcriptId: id }]));
  const transcripts = ids.map((id) => ({
    ...transcript,
    id,
    participantIds: [id],
    utterances: transcript.utterances.map((utterance) =>
      utterance.speaker.kind === 'participant'
        ? { ...utterance, speaker: { ...utterance.speaker, participantId: id } }
        : utterance,
    ),
  }));
  const participants = ids.map((id) => ({ ...participant, id }));
  const study = { ...gardenInput.study, participants, transcripts };
  return { ...gardenInput, study, publishable: quotes, countable: quotes, figures: new Map() };
}

describe('the participants report', () => {
  it('has a page for everybody of whom something may be printed, and counts the others only', () => {
    expect(participants.build(gardenInput)).toMatchObject({
      participants: ['P01', 'P02', 'P03', 'P04', 'P05', 'P08'].map((id) => ({ id })),
      unshown: 2,
    });
  });

  it('prints all quotes of a person in the order in which they were said, with their themes', () => {
    expect(participants.build(gardenInput)).toMatchObject({
      participants: expect.arrayContaining([
        expect.objectContaining({
          id: 'P04',
          themes: [
            { id: 'carrying', label: 'Carrying the garden alone', quotes: 1 },
            { id: 'handing-over', label: 'Handing over', quotes: 1 },
            { id: 'neighbours', label: 'Neighbours, near and difficult', quotes: 1 },
          ],
          unvoiced: [{ id: 'worth', label: 'What it is worth' }],
          said: [
            expect.objectContaining({
              id: 'q_P04_1',
              themes: [
                expect.objectContaining({ id: 'carrying' }),
                expect.objectContaining({ id: 'handing-over' }),
              ],
            }),
            expect.objectContaining({ id: 'q_P04_2' }),
            expect.objectContaining({ id: 'q_P04_3', themes: [] }),
          ],
        }),
      ]),
    });
  });

  it('shows beside each person where their quotes lie in an interview, and nothing of quotes that may not be printed', () => {
    const figures = gardenInput.figures.get('interviews') ?? [];
    const strips = layOutStrips(gardenInput);
    expect(strips.map(({ figureId }) => figureId)).toEqual(figures.map(({ id }) => id));
    expect(participants.build(gardenInput)).toMatchObject({
      participants: strips.map(({ participantId, figureId }) => ({
        id: participantId,
        figures: [{ id: figureId, label: `Where the quotes of ${participantId} lie in ${participantId}` }],
      })),
      undrawn: 0,
    });
    for (const { transcriptId, quotes, length } of strips) {
      const printable = [...gardenInput.publishable.values()].filter(
        (one) => one.transcriptId === transcriptId,
      );
      const places = new Set(printable.map(({ span }) => `${span.start} ${span.end}`));
      expect(new Set(quotes.map(({ start, end }) => `${start} ${end}`))).toEqual(places);
      expect(quotes.every(({ end }) => end <= length)).toBe(true);
    }
  });

  it('lays out strips for so many interviews only, and tells of the others', () => {
    const input = crowd(MOST_STRIPS + 5);
    const strips = layOutStrips(input);
    expect(strips).toHaveLength(MOST_STRIPS);
    const [figure] = gardenInput.figures.get('interviews') ?? [];
    if (figure === undefined) throw new Error('nothing was drawn');
    const drawn = strips.map(({ figureId }) => ({ ...figure, id: figureId }));
    const figures = new Map([['interviews' as const, drawn]]);
    expect(participants.build({ ...input, figures })).toMatchObject({ undrawn: 5 });
  });
});
