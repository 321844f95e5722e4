import type { JSX } from 'preact';
import type { StudyView } from '../../../messages/study.js';
import { linkTo } from '../../state/route.js';
import { CommandLine } from './command-line.js';
import { chooseFirstTranscript, type Step } from './plan-steps.js';

type Props = { readonly id: Step['id']; readonly here: StudyView };

/** How a step is taken, in a sentence or two. */
export function StepText({ id, here }: Props): JSX.Element {
  if (id === 'bring') return <Bring />;
  if (id === 'mark') return <Mark here={here} />;
  if (id === 'tag') return <Tag here={here} />;
  return id === 'decide' ? <Decide /> : <Publish />;
}

function Bring(): JSX.Element {
  return (
    <>
      <p>
        In a terminal, in the folder of the study. Text, Word, captions, tables and other formats are read as
        they are:
      </p>
      <CommandLine command="themeloom import interview-01.docx" />
      <p>
        Or put files into the folder <code>transcripts</code>. This page notices by itself. If names are still
        in them, take these out first:
      </p>
      <CommandLine command="themeloom anonymize interview-01.docx" />
    </>
  );
}

function Mark({ here }: { readonly here: StudyView }): JSX.Element {
  const first = chooseFirstTranscript(here);
  return (
    <>
      <p>
        Read, and select the words that stay with you, with the mouse, a finger or the keyboard. The quote
        keeps its exact place.
      </p>
      {first !== '' && (
        <p>
          <a class="welcome-go" href={linkTo('read', first)}>
            Read {first}
          </a>
        </p>
      )}
    </>
  );
}

function Tag({ here }: { readonly here: StudyView }): JSX.Element {
  return (
    <>
      <p>
        {here.themes.length === 0
          ? 'Make a theme when a quote asks for one, or write down those that you came with.'
          : 'Type a few letters of a theme when you mark; what belongs to it, and what does not, stands beside it.'}
      </p>
      <p>
        <a class="welcome-go" href={linkTo('organise')}>
          {here.themes.length === 0 ? 'Make a theme' : 'See the themes'}
        </a>
      </p>
    </>
  );
}

function Decide(): JSX.Element {
  return (
    <>
      <p>
        Themeloom learns from what you decide and proposes themes for the other quotes, with its evidence.
        Each takes one key: it applies, or it does not. A suggestion counts for nothing until you decide.
      </p>
      <p>
        <a class="welcome-go" href={linkTo('decide')}>
          See the suggestions
        </a>
      </p>
    </>
  );
}

function Publish(): JSX.Element {
  return (
    <>
      <p>
        Every report is there to be looked at from the first theme on. Only words of people who agreed are
        printed, word for word, and a gate looks for names first.
      </p>
      <p>
        <a class="welcome-go" href={linkTo('publish')}>
          Look at a report
        </a>
      </p>
    </>
  );
}
