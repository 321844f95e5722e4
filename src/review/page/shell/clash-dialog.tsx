import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Action } from '../../../model/action.js';
import { type PreviewView, previewSchema } from '../../messages/deciding.js';
import { BothTexts } from '../parts/both-texts.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { FailureNote } from '../parts/failure-note.js';
import { Loading } from '../parts/loading.js';
import { act } from '../state/act.js';
import { clashes, dropClash } from '../state/clashes.js';
import { forgetMemoDraft } from '../state/memo-drafts.js';
import type { WaitingAction } from '../state/outbox.js';
import { type Choice, joinTexts, listClashing, type Replaced, settleClash } from '../state/settle-clash.js';
import { findTheme, study } from '../state/study.js';
import { useAnswer } from '../state/use-answer.js';
import './clash-dialog.css';

/** What was not written since somebody else had changed the same: both texts, and the choice between them. */
export function ClashDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const waiting = clashes.value;
  return (
    <Dialog title="Changed by two at once" wide onClose={onClose}>
      {waiting.length === 0 ? (
        <>
          <p>All is settled.</p>
          <Button tone="strong" onClick={onClose}>
            Close
          </Button>
        </>
      ) : (
        <p>
          While you wrote, the same was changed elsewhere. Nothing was overwritten, and what you wrote is kept
          here until you choose.
        </p>
      )}
      {waiting.map((clash) => (
        <Clash key={clash.id} clash={clash} />
      ))}
    </Dialog>
  );
}

function Clash({ clash }: { readonly clash: WaitingAction }): JSX.Element {
  const { value, failure, reload } = useAnswer(previewSchema, '/api/preview', { action: clash.action });
  if (value === undefined)
    return failure === undefined ? (
      <Loading what="Comparing" />
    ) : (
      <FailureNote failure={failure} onRetry={reload} />
    );
  return <Choices key={JSON.stringify(value.base)} clash={clash} preview={value} />;
}

type ChoicesProps = { readonly clash: WaitingAction; readonly preview: PreviewView };

function Choices({ clash, preview }: ChoicesProps): JSX.Element {
  const { action } = clash;
  const { replaces, base, refused } = preview;
  const coder = study.value?.coder ?? '';
  const open = listClashing(action, replaces);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const settle = (made: ReadonlyMap<string, Choice>) => {
    const settled = settleClash(action, { replaces, base, choices: made, coder });
    forgetMemoDraft(action);
    dropClash(clash.id);
    if (settled !== undefined) void act(settled);
  };
  const choose = (field: string, choice: Choice) => {
    const made = new Map([...choices, [field, choice] as const]);
    setChoices(made);
    if (open.every((each) => made.has(each.field))) settle(made);
  };
  if (refused !== '' || open.length === 0) {
    const mine = replaces.map(({ next }) => next).filter((text) => text.trim() !== '');
    return (
      <Rest
        words={refused}
        mine={mine}
        onDrop={() => dropClash(clash.id)}
        onWrite={() => settle(new Map())}
      />
    );
  }
  return (
    <>
      {open.map((each) => (
        <section key={each.field} class="clash" aria-label={nameField(action, each)}>
          <h3>{nameField(action, each)}</h3>
          <BothTexts
            theirs={showText(each.field, each.now, 'theirs')}
            mine={showText(each.field, each.next, 'yours')}
            {...(open.length === 1 ? {} : { chosen: choices.get(each.field) })}
            onTheirs={() => choose(each.field, 'theirs')}
            onMine={() => choose(each.field, 'mine')}
            {...(joinTexts(each, coder) === undefined ? {} : { onBoth: () => choose(each.field, 'both') })}
          />
        </section>
      ))}
    </>
  );
}

type RestProps = {
  readonly words: string;
  readonly mine: readonly string[];
  readonly onDrop: () => void;
  readonly onWrite: () => void;
};

/** What can no longer be done, or no longer clashes; what was written is shown, so that it can be copied. */
function Rest({ words, mine, onDrop, onWrite }: RestProps): JSX.Element {
  return (
    <section class="clash">
      <p>
        {words === ''
          ? 'Nothing stands against what you wrote any more.'
          : `This cannot be done now: ${words}`}
      </p>
      {mine.map((text) => (
        <p key={text} class="both-texts-words">
          {text}
        </p>
      ))}
      <div class="both-texts-choice">
        {words === '' && (
          <Button tone="strong" onClick={onWrite}>
            Write it
          </Button>
        )}
        <Button onClick={onDrop}>Throw it away</Button>
      </div>
    </section>
  );
}

const names: Readonly<Record<string, string>> = {
  ...{ memo: 'The memo', label: 'The name', description: 'What it is about', include: 'Include' },
  ...{ exclude: 'Leave out', keywords: 'Keywords', notKeywords: 'Not these words', examples: 'Examples' },
  ...{ wording: 'The published wording of a quote', note: 'The note beside a quote' },
  ...{ order: 'The order of the quotes', settled: 'How a quote was settled' },
};

function nameField(action: Action, { field }: Replaced): string {
  const id = action.kind === 'merge-themes' ? action.from : 'theme' in action ? action.theme : '';
  const theme = typeof id === 'string' && id !== '' ? ` · “${findTheme(id)?.label ?? id}”` : '';
  return `${names[field] ?? field}${theme}`;
}

/** An order is a list of ids, which say nothing to anybody. */
const showText = (field: string, text: string, whose: string) =>
  field === 'order'
    ? `${text.split('\n').length} quotes in ${whose === 'theirs' ? 'the order that the board shows now' : 'your order'}`
    : text;
