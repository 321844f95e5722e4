import type { JSX } from 'preact';
import type { SuggestionView } from '../../../messages/common.js';
import type { QueueItem } from '../../../messages/deciding.js';
import { tellConfidence } from '../../parts/evidence.js';
import { ThemeChip } from '../../parts/theme-chip.js';
import { ThemeRules } from '../../parts/theme-rules.js';
import { linkTo } from '../../state/route.js';
import { findTheme } from '../../state/study.js';
import { listNearest, listReasons, type Reason } from './read-evidence.js';
import { ShareBar } from './share-bar.js';

function tellReason(kind: Reason['kind'], share: number): string {
  if (kind === 'keyword') return 'is a keyword of the theme';
  if (kind === 'rest') return share < 0 ? '– against' : '– for';
  return share < 0 ? 'speaks against' : 'speaks for';
}

function Reasons({ suggestion }: { readonly suggestion: SuggestionView }): JSX.Element | null {
  const reasons = listReasons(suggestion);
  if (reasons.length === 0) return null;
  return (
    <section class="decide-reasons">
      <h3>Words that count</h3>
      <ul>
        {reasons.map(({ kind, words, weight, share }) => (
          <li key={`${kind} ${words}`}>
            <span class={kind === 'rest' ? 'decide-quiet' : ''}>
              {kind === 'rest' ? words : <b>{words}</b>}{' '}
              <span class="decide-quiet">{tellReason(kind, share)}</span>
            </span>
            {weight !== undefined && <span class="decide-number">{weight.toFixed(2).replace('-', '−')}</span>}
            {weight !== undefined && <ShareBar share={share} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nearest({ suggestion }: { readonly suggestion: SuggestionView }): JSX.Element | null {
  const nearest = listNearest(suggestion);
  if (nearest.length === 0) return null;
  return (
    <section class="decide-nearest">
      <h3>Decided before, and alike</h3>
      <ul>
        {nearest.map(({ quote, exact, participant, similarity }) => (
          <li key={quote}>
            <q>{exact}</q>{' '}
            <span class="decide-quiet">
              {participant}, likeness <span class="decide-number">{similarity.toFixed(2)}</span>
            </span>
            <ShareBar share={similarity} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type OthersProps = { readonly item: QueueItem; readonly onOther: (theme: string) => void };

function Others({ item, onOther }: OthersProps): JSX.Element | null {
  if (item.others.length === 0) return null;
  return (
    <section class="decide-others">
      <h3>Proposed as well</h3>
      <ul>
        {item.others.map((other) => (
          <li key={`${other.theme} ${other.tagger}`}>
            <ThemeChip theme={other.theme} status="suggested" onClick={() => onOther(other.theme)} />{' '}
            <span class="decide-quiet">{tellConfidence(other)}</span>
          </li>
        ))}
      </ul>
      <p class="decide-quiet">Choose one to give it instead.</p>
    </section>
  );
}

const sources: Readonly<Record<string, string>> = {
  learned: 'learned from what was decided',
  keyword: 'proposed by the theme’s keywords',
};

const tellSource = (tagger: string): string => sources[tagger] ?? `proposed by ${tagger}`;

/** What is asked: the proposed theme, and how sure the tagger is. */
export function Question({ suggestion }: { readonly suggestion: SuggestionView }): JSX.Element {
  return (
    <header class="decide-question">
      <p class="decide-quiet">Is this about</p>
      <h2 class="decide-theme">
        <a href={linkTo('organise', suggestion.theme)}>
          {findTheme(suggestion.theme)?.label ?? suggestion.theme}
        </a>
        <span class="decide-quiet">?</span>
      </h2>
      <p class="decide-sure">
        <span class={`decide-strength decide-strength-${suggestion.strength}`} aria-hidden="true" />
        <b>{tellConfidence(suggestion)}</b>
        <span class="decide-quiet"> · {tellSource(suggestion.tagger)}</span>
      </p>
    </header>
  );
}

/** The theme's rules, why the tagger proposes it, and what would have changed it. */
export function Grounds({ item, onOther }: OthersProps): JSX.Element {
  const { suggestion } = item;
  const theme = findTheme(suggestion.theme);
  return (
    <div class="decide-grounds">
      {theme !== undefined && <ThemeRules theme={theme} />}
      <Reasons suggestion={suggestion} />
      {suggestion.flip !== '' && <p class="decide-flip">{suggestion.flip}</p>}
      <Nearest suggestion={suggestion} />
      <Others item={item} onOther={onOther} />
      {item.why !== '' && <p class="decide-why">Why it comes now: {item.why}</p>}
    </div>
  );
}
