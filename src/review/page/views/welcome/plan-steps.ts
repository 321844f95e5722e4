import type { StudyView } from '../../../messages/study.js';

export type Step = {
  readonly id: 'bring' | 'mark' | 'tag' | 'decide' | 'publish';
  readonly title: string;
  readonly isDone: boolean;
};

const undone: readonly Omit<Step, 'isDone'>[] = [
  { id: 'bring', title: 'Bring in a transcript' },
  { id: 'mark', title: 'Mark the first quote' },
  { id: 'tag', title: 'Say what it is about' },
  { id: 'decide', title: 'Decide on suggestions' },
  { id: 'publish', title: 'Look at a report' },
];

/** The way from an empty study to a report, and which of it is done. The last two are never done with. */
export function planSteps(study: StudyView): readonly Step[] {
  const done: Readonly<Record<Step['id'], boolean>> = {
    bring: study.transcripts.length > 0,
    mark: study.quotes.total > 0,
    tag: study.themes.some((theme) => theme.quotes > 0),
    decide: false,
    publish: false,
  };
  return undone.map((step) => ({ ...step, isDone: done[step.id] }));
}

/** The step to take now: the first that is not done. */
export const findNextStep = (steps: readonly Step[]): Step['id'] =>
  steps.find(({ isDone }) => !isDone)?.id ?? 'decide';

/** The transcript to begin with: the first without a quote, else the first. */
export function chooseFirstTranscript(study: StudyView): string {
  return (study.transcripts.find(({ quotes }) => quotes === 0) ?? study.transcripts[0])?.id ?? '';
}
