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

/** Whether this coder has done nothing in the app yet. */
const isUntouched = ({ undo, redo }: StudyView): boolean => undo === '' && redo === '';

/**
 * The step to take now: the first that is not done. Where the transcripts came with quotes, as those of the sample do,
 * somebody who has done nothing yet begins by marking one all the same.
 */
export function findNextStep(study: StudyView): Step['id'] {
  const open = planSteps(study).find(({ isDone }) => !isDone)?.id ?? 'decide';
  return open === 'decide' && isUntouched(study) ? 'mark' : open;
}

/** The transcript to begin with: the first without a quote, else the first. */
export function chooseFirstTranscript(study: StudyView): string {
  return (study.transcripts.find(({ quotes }) => quotes === 0) ?? study.transcripts[0])?.id ?? '';
}

/** Whether the first page says what to do: nothing is marked yet, or what the study came with is as it was. */
export function wantsWelcome(study: StudyView): boolean {
  const isAsItCame = isUntouched(study) && (study.isSample || study.transcripts.length === 1);
  return study.transcripts.length === 0 || study.quotes.total === 0 || isAsItCame;
}

/** What the study is, in a sentence or two, for somebody who sees it for the first time. */
export function tellLead(study: StudyView): string {
  if (study.isSample)
    return 'This is the sample: twelve interviews with invented tech leads. Try whatever you like; everything can be undone.';
  if (study.transcripts.length === 0)
    return 'Your study is ready, and empty. From an interview to the first quote it takes a few minutes.';
  return study.transcripts.length === 1
    ? 'One interview is here already. Try everything on it, and bring in the others when you are ready.'
    : 'This is where you are, and what comes next.';
}
