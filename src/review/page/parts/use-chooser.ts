import { useEffect, useState } from 'preact/hooks';
import type { z } from 'zod';
import { type LikelyView, type likelyRequestSchema, likelySchema } from '../../messages/reading.js';
import { act } from '../state/act.js';
import { tell } from '../state/ask.js';
import { study } from '../state/study.js';
import { suggestedVersion } from '../state/versions.js';
import { type RankedTheme, rankThemes } from './rank-themes.js';

export type LikelyFor = z.input<typeof likelyRequestSchema>;

export type ChooserProps = {
  /** What the themes are for: it decides which come first. `undefined` asks for none. */
  readonly for: LikelyFor | undefined;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** Enter with nothing highlighted, or Ctrl+Enter. */
  readonly onDone: (chosen: readonly string[]) => void;
  /** Only one theme: choosing is done at once. */
  readonly single?: boolean;
};

export type Chooser = {
  readonly query: string;
  readonly rows: readonly RankedTheme[];
  /** Place of the highlighted row; -1 where none is; one past the rows where a new theme is offered. */
  readonly active: number;
  readonly canCreate: boolean;
  readonly search: (query: string) => void;
  readonly pick: (place: number) => void;
  readonly takeKey: (event: KeyboardEvent) => void;
};

function useLikely(request: LikelyFor | undefined): LikelyView['themes'] {
  const [likely, setLikely] = useState<LikelyView['themes']>([]);
  const body = request === undefined ? '' : JSON.stringify(request);
  const made = suggestedVersion.value;
  // New suggestions are a reason to ask again.
  useEffect(() => {
    let isWanted = true;
    if (body !== '') {
      void tell(likelySchema, '/api/themes/likely', JSON.parse(body)).then((answer) => {
        if (isWanted && answer.ok) setLikely(answer.value.themes);
      });
    }
    return () => {
      isWanted = false;
    };
  }, [body, made]);
  return likely;
}

/** Makes a theme of what was typed, in the first dimension; gives its id, or nothing where that was refused. */
async function createTheme(label: string): Promise<string> {
  const dimension = study.peek()?.dimensions[0]?.id ?? 'theme';
  const answer = await act({ kind: 'create-theme', theme: { dimension, parent: null, fields: { label } } });
  return answer.ok ? answer.value.made : '';
}

/** Where the highlight goes by an arrow key, round and round among `count` rows. */
export function stepActive(active: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (active < 0) return step > 0 ? 0 : count - 1;
  return (active + step + count) % count;
}

/** Typing, highlighting and choosing of themes. */
export function useChooser(props: ChooserProps): Chooser {
  const { chosen, onChange, onDone, single = false } = props;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const likely = useLikely(props.for);
  const rows = rankThemes(study.value?.themes ?? [], likely, query);
  const wanted = query.trim();
  const canCreate =
    wanted !== '' && !rows.some(({ theme }) => theme.label.toLowerCase() === wanted.toLowerCase());

  const toggle = (theme: string): readonly string[] =>
    chosen.includes(theme) ? chosen.filter((each) => each !== theme) : [...chosen, theme];
  const choose = (theme: string) => {
    setQuery('');
    setActive(-1);
    if (single) onDone([theme]);
    else onChange(toggle(theme));
  };
  const pick = (place: number) => {
    const row = rows[place];
    if (row !== undefined) choose(row.theme.id);
    else if (canCreate) void createTheme(wanted).then((made) => made !== '' && choose(made));
  };
  const confirm = (event: KeyboardEvent) => {
    const theme = rows[active]?.theme.id;
    const isDone = active < 0 || event.ctrlKey || event.metaKey;
    if (!isDone) pick(active);
    else onDone(theme === undefined || chosen.includes(theme) ? chosen : toggle(theme));
  };
  const takeKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === undefined) confirm(event);
    else setActive((old) => stepActive(old, step, rows.length + (canCreate ? 1 : 0)));
  };
  const search = (next: string) => {
    setQuery(next);
    setActive(0);
  };
  return { query, rows, active, canCreate, search, pick, takeKey };
}
