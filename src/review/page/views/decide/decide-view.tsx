import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { QueueItem } from '../../../messages/deciding.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { ThemePicker } from '../../parts/theme-picker.js';
import { useKeys } from '../../state/keys.js';
import { route } from '../../state/route.js';
import { findTheme } from '../../state/study.js';
import { Card } from './card.js';
import { Head, toggleBlind } from './head.js';
import { NothingOpen } from './nothing-open.js';
import { bringSkipped, countDecided } from './passing.js';
import { PrecisionTable } from './precision-table.js';
import { Grounds, Question } from './proposal.js';
import { tellBasis } from './tell-basis.js';
import { type Queue, useQueue } from './use-queue.js';
import { useVerdicts, type Verdicts } from './use-verdicts.js';
import { VerdictBar } from './verdict-bar.js';
import './decide.css';
import './proposal.css';
import './narrow.css';

/** What a screen reader hears when the next card is on the table. */
function describeCard(item: QueueItem | undefined): string {
  if (item === undefined) return '';
  const theme = findTheme(item.suggestion.theme)?.label ?? item.suggestion.theme;
  return `Is this about “${theme}”? ${item.quote.participant} said: ${item.quote.exact}`;
}

type TableProps = {
  readonly item: QueueItem;
  readonly verdicts: Verdicts;
  readonly canUndo: boolean;
  readonly onOther: () => void;
};

function Table({ item, verdicts, canUndo, onOther }: TableProps): JSX.Element {
  return (
    <div class="decide-table">
      <div class="decide-main">
        <Card key={`${item.quote.id} ${item.suggestion.theme}`} item={item} />
        <VerdictBar onPass={verdicts.pass} onUndo={verdicts.undo} onOther={onOther} canUndo={canUndo} />
      </div>
      <aside class="decide-proposal" aria-label="The proposed theme">
        <Question suggestion={item.suggestion} />
        <Grounds item={item} onOther={(other) => verdicts.pass('other', other)} />
      </aside>
    </div>
  );
}

function useDecideKeys(verdicts: Verdicts, onOther: () => void): void {
  useKeys('Decide', [
    { key: 'y', does: 'Accept the theme', run: () => verdicts.pass('accept') },
    { key: 'n', does: 'Reject it', run: () => verdicts.pass('reject') },
    { key: 'o', does: 'Give another theme instead', run: onOther },
    { key: 'c', does: 'Accept it as speaking against the theme', run: () => verdicts.pass('contradict') },
    { key: 's', does: 'Skip for now', run: () => verdicts.pass('skip') },
    { key: 'u', does: 'Undo the last card', run: verdicts.undo },
    { key: 'b', does: 'Hide or show other coders’ decisions', run: toggleBlind },
  ]);
}

type RestProps = { readonly queue: Queue; readonly theme: string };

/** What stands there while no card is on the table. */
function Rest({ queue, theme }: RestProps): JSX.Element {
  const { passing, last, failure, reload, change } = queue;
  if (failure !== undefined && last === undefined) return <FailureNote failure={failure} onRetry={reload} />;
  if (last === undefined) return <Loading what="Looking for open suggestions" />;
  if (!last.ready) return <Loading what="Suggestions are being made for the first time" />;
  if (last.basis?.more === true && passing.skipped.length === 0)
    return <Loading what="The taggers are learning from your decisions" />;
  if (passing.open > passing.skipped.length) return <Loading what="The next cards are coming" />;
  return (
    <NothingOpen
      theme={theme}
      decided={countDecided(passing)}
      skipped={passing.skipped.length}
      onBringSkipped={() => change(bringSkipped)}
    />
  );
}

type BasisProps = { readonly queue: Queue; readonly isForNow: boolean };

/** What the suggestions were made from: before the cards where better ones are coming, else after them. */
function Basis({ queue: { last }, isForNow }: BasisProps): JSX.Element | null {
  if (last?.basis === undefined || last.basis.more !== isForNow) return null;
  return <p class="decide-quiet decide-basis">{tellBasis(last.basis)}</p>;
}

/** One suggestion at a time, most informative first, decided by one key. */
export function DecideView(): JSX.Element {
  const theme = findTheme(route.value.query.get('theme') ?? '')?.id ?? '';
  const queue = useQueue(theme);
  const verdicts = useVerdicts(queue);
  const [isPicking, setIsPicking] = useState(false);
  const { passing, last } = queue;
  const item = passing.items[0];
  useDecideKeys(verdicts, () => setIsPicking(item !== undefined));
  return (
    <div class="decide">
      <Head theme={theme} decided={countDecided(passing)} open={passing.open} />
      <Basis queue={queue} isForNow />
      <p class="only-read" aria-live="polite">
        {describeCard(item)}
      </p>
      {item === undefined ? (
        <Rest queue={queue} theme={theme} />
      ) : (
        <Table
          item={item}
          verdicts={verdicts}
          canUndo={passing.passed.length > 0}
          onOther={() => setIsPicking(true)}
        />
      )}
      <Basis queue={queue} isForNow={false} />
      {last !== undefined && (
        <PrecisionTable precision={last.precision} basis={last.precisionBasis ?? ''} theme={theme} />
      )}
      {isPicking && item !== undefined && (
        <ThemePicker
          for={{ quote: item.quote.id }}
          chosen={[]}
          single
          title="Give another theme instead"
          onChoose={([other]) => {
            setIsPicking(false);
            if (other !== undefined)
              verdicts.pass(other === item.suggestion.theme ? 'accept' : 'other', other);
          }}
          onClose={() => setIsPicking(false)}
        />
      )}
    </div>
  );
}
