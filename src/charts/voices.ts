import type { Chart } from './chart.js';
import type { Look } from './drawing/look.js';
import { frameChart, MOST_ROWS, measurePlot } from './layers/frame.js';
import { headPanels } from './layers/panels.js';
import { layOutRows } from './layers/rows.js';
import { cleanLabel, nameBriefly } from './lettering/fit-text.js';
import { chooseMost, tellCut } from './words/choose-most.js';
import { readCount, tellCount } from './words/tell-numbers.js';

export type VoicedTheme = {
  readonly label: string;
  /** How the theme is voiced, e.g. as a fear: by how many participants, in how many quotes. */
  readonly voices: readonly {
    readonly label: string;
    readonly participants: number;
    readonly quotes: number;
  }[];
};

export type Voices = { readonly themes: readonly VoicedTheme[] };

/** More panels leave no room for bars. */
const MOST_VOICES = 6;
/** Of a panel that its longest bar takes; the rest is for the number beside it. */
const BAR_SHARE = 0.7;

const sumParticipants = (counts: readonly { readonly participants: number }[]) =>
  counts.reduce((sum, { participants }) => sum + readCount(participants), 0);

/** The voices of all themes in the order in which they first come up. */
function listVoices({ themes }: Voices): readonly string[] {
  return [...new Set(themes.flatMap(({ voices }) => voices.map(({ label }) => label)))];
}

function choose(data: Voices) {
  const totals = data.themes.map(({ voices }) => sumParticipants(voices));
  const themes = chooseMost(totals, MOST_ROWS).flatMap((index) => data.themes[index] ?? []);
  const all = listVoices(data);
  const byVoice = new Map<string, number>();
  for (const { label, participants } of data.themes.flatMap(({ voices }) => voices)) {
    byVoice.set(label, (byVoice.get(label) ?? 0) + readCount(participants));
  }
  const voices = chooseMost(
    all.map((label) => byVoice.get(label) ?? 0),
    MOST_VOICES,
  ).flatMap((index) => all[index] ?? []);
  return { themes, voices, ofVoices: all.length };
}

/** Bars of all panels on one axis: a panel begins at its number, and the longest bar takes most of it. */
function layOutBars({ themes, voices }: ReturnType<typeof choose>) {
  const most = Math.max(
    1,
    ...themes.flatMap((theme) => theme.voices.map((voice) => readCount(voice.participants))),
  );
  return themes.flatMap((theme, row) =>
    theme.voices.flatMap(({ label, participants, quotes }) => {
      const panel = voices.indexOf(label);
      const count = readCount(participants);
      if (panel < 0 || count === 0) return [];
      const title = `${cleanLabel(theme.label)}, ${cleanLabel(label)}: ${tellCount(count, 'participant')}, ${tellCount(readCount(quotes), 'quote')}`;
      return [{ row, start: panel, end: panel + (count / most) * BAR_SHARE, text: String(count), title }];
    }),
  );
}

function specify(data: Voices, look: Look) {
  const shown = choose(data);
  const rows = layOutRows(
    shown.themes.map(({ label }) => label),
    look,
  );
  const panels = headPanels(shown.voices, measurePlot(look, { left: rows.left, right: 4 }), look);
  const { x } = panels;
  return {
    spec: frameChart({
      look,
      description: describe(data),
      height: rows.count * rows.step,
      padding: { left: rows.left, right: 4, top: panels.top, bottom: 12 },
      layers: [
        {
          data: { values: shown.voices.map((_, start) => ({ start })) },
          mark: { type: 'rule', style: 'track', y: 0, y2: { expr: 'height' } },
          encoding: { x: { ...x, field: 'start' } },
        },
        {
          data: { values: layOutBars(shown) },
          layer: [
            {
              mark: {
                type: 'bar',
                style: 'soft-bar',
                aria: true,
                orient: 'horizontal',
                height: { band: 0.56 },
              },
              encoding: {
                y: rows.y,
                x: { ...x, field: 'start' },
                x2: { field: 'end' },
                description: { field: 'title' },
              },
            },
            {
              mark: { type: 'text', style: 'figure', dx: 6 },
              encoding: { y: rows.y, x: { ...x, field: 'end' }, text: { field: 'text' } },
            },
          ],
        },
        rows.layer,
        panels.layer,
      ],
    }),
    remarks: [
      ...tellCut(shown.themes.length, data.themes.length, 'themes, those with most participants'),
      ...tellCut(shown.voices.length, shown.ofVoices, 'voices, those with most participants'),
    ],
  };
}

function describe(data: Voices): string {
  const named = listVoices(data).slice(0, MOST_VOICES).map(nameBriefly);
  return `Bars that tell by how many participants each of ${tellCount(data.themes.length, 'theme')} is voiced as ${named.join(', ')}.`;
}

/** How each theme is voiced: as a dream, a fear, a pain point, an obstacle, or whatever a study calls it. */
export const voices: Chart<Voices> = {
  id: 'voices',
  label: 'How each theme is voiced',
  describe,
  tabulate: ({ themes }) => ({
    header: ['theme', 'voiced as', 'participants', 'quotes'],
    rows: themes.flatMap((theme) =>
      theme.voices.map(({ label, participants, quotes }) => [
        theme.label,
        label,
        readCount(participants),
        readCount(quotes),
      ]),
    ),
  }),
  specify: (data, look) =>
    sumParticipants(data.themes.flatMap((theme) => theme.voices)) === 0
      ? { emptyBecause: 'No quote with a theme has a voice yet.' }
      : specify(data, look),
};
