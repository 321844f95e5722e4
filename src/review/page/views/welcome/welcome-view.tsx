import type { JSX } from 'preact';
import type { StudyView } from '../../../messages/study.js';
import { study } from '../../state/study.js';
import { CommandLine } from './command-line.js';
import { findNextStep, planSteps, type Step, tellLead } from './plan-steps.js';
import { StepText } from './step-text.js';
import './welcome.css';

/** What to do now: the way from an empty folder to a report, with the next step open. */
export function WelcomeView(): JSX.Element | null {
  const here = study.value;
  if (here === undefined) return null;
  const steps = planSteps(here);
  const next = steps.findIndex(({ id }) => id === findNextStep(here));
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <header class="welcome-head">
        <h1 id="welcome-title">{here.name}</h1>
        <p class="welcome-lead">{tellLead(here)}</p>
      </header>
      <ol class="welcome-steps">
        {steps.map((step, place) => (
          <StepItem key={step.id} step={step} place={place} next={next} here={here} />
        ))}
      </ol>
      {!here.isSample && <SampleOffer />}
    </section>
  );
}

type ItemProps = {
  readonly step: Step;
  readonly place: number;
  /** Place of the step to take now. */
  readonly next: number;
  readonly here: StudyView;
};

function StepItem({ step, place, next, here }: ItemProps): JSX.Element {
  const isNext = place === next;
  const isBehind = step.isDone && place < next;
  const state = isNext ? 'next' : isBehind ? 'done' : 'later';
  return (
    <li class={`welcome-step welcome-${state}`} {...(isNext ? { 'aria-current': 'step' } : {})}>
      <span class="welcome-number" aria-hidden="true">
        {isBehind ? '✓' : place + 1}
      </span>
      <div class="welcome-step-words">
        <h2>
          {step.title}
          {isBehind && <span class="only-read"> (done)</span>}
        </h2>
        {isBehind ? (
          <details class="welcome-how">
            <summary>How it is done</summary>
            <StepText id={step.id} here={here} />
          </details>
        ) : (
          <StepText id={step.id} here={here} />
        )}
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
