import type { JSX } from 'preact';
import type { StudyView } from '../../../messages/study.js';
import { study } from '../../state/study.js';
import { CommandLine } from './command-line.js';
import { findNextStep, planSteps, type Step } from './plan-steps.js';
import { StepText } from './step-text.js';
import './welcome.css';

/** What to do now: the way from an empty folder to a report, with the next step open. */
export function WelcomeView(): JSX.Element | null {
  const here = study.value;
  if (here === undefined) return null;
  const steps = planSteps(here);
  const next = findNextStep(steps);
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <header class="welcome-head">
        <h1 id="welcome-title">{here.name}</h1>
        <p class="welcome-lead">{tellLead(here)}</p>
      </header>
      <ol class="welcome-steps">
        {steps.map((step, place) => (
          <StepItem key={step.id} step={step} number={place + 1} isNext={step.id === next} here={here} />
        ))}
      </ol>
      {!here.isSample && <SampleOffer />}
    </section>
  );
}

function tellLead(here: StudyView): string {
  if (here.isSample)
    return 'This is the sample: twelve interviews with invented tech leads. Try whatever you like; everything can be undone.';
  return here.transcripts.length === 0
    ? 'Your study is ready, and empty. From an interview to the first quote it takes a few minutes.'
    : 'This is where you are, and what comes next.';
}

type ItemProps = {
  readonly step: Step;
  readonly number: number;
  readonly isNext: boolean;
  readonly here: StudyView;
};

function StepItem({ step, number, isNext, here }: ItemProps): JSX.Element {
  const state = step.isDone ? 'done' : isNext ? 'next' : 'later';
  return (
    <li class={`welcome-step welcome-${state}`} {...(isNext ? { 'aria-current': 'step' } : {})}>
      <span class="welcome-number" aria-hidden="true">
        {step.isDone ? '✓' : number}
      </span>
      <div class="welcome-step-words">
        <h2>
          {step.title}
          {step.isDone && <span class="only-read"> (done)</span>}
        </h2>
        {!step.isDone && <StepText id={step.id} here={here} />}
      </div>
    </li>
  );
}

function SampleOffer(): JSX.Element {
  return (
    <aside class="welcome-sample" aria-labelledby="welcome-sample-title">
      <h2 id="welcome-sample-title">Or look around in the sample first</h2>
      <p>Twelve invented interviews, coded by two coders, in a folder of their own:</p>
      <CommandLine command="themeloom init my-sample --sample" />
      <CommandLine command="themeloom review --study my-sample" />
    </aside>
  );
}
