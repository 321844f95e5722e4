import type { CoOccurrence, CoOccurrenceCell, CoOccurrenceUnit } from '../../model/pattern.js';
import type { Theme } from '../../model/theme.js';
import { findUtterance } from '../../reporting/printing/find-place.js';
import { type Coding, listPeople, listUnder, nameQuotes } from './lay-coding.js';

/** With more themes the pairs are more than anybody can read: those of the most frequent ones are counted. */
export const MOST_CROSSED_THEMES = 200;

/** `rows` may hold a quote twice: one that carries both themes. */
type Cell = { units: number; readonly rows: number[] };

/**
 * Which themes occur together within a quote, an utterance or an interview, with the quotes behind each cell. Themes
 * count with those under them; a theme and one under it are no pair. Of more than 200 themes that occur, the 200 with
 * most quotes are crossed.
 */
export function countCoOccurrence(coding: Coding, unit: CoOccurrenceUnit): CoOccurrence {
  const themes = chooseThemes(coding);
  const units = numberUnits(coding, unit);
  const holdings = gatherHoldings(themes, units, coding);
  const related = findRelated(coding.themes, themes);
  const counts = new Uint32Array(themes.length);
  const cells = new Map<number, Cell>();
  for (const holding of holdings) {
    for (const [at, [a, rowsA]] of holding.entries()) {
      counts[a] = (counts[a] ?? 0) + 1;
      for (let next = at + 1; next < holding.length; next += 1) {
        const [b, rowsB] = holding[next] ?? [0, []];
        if (related.has(a * themes.length + b)) continue;
        addPair(openCell(cells, a * themes.length + b), rowsA, rowsB);
      }
    }
  }
  return {
    unit,
    themes: themes.map(({ id, label }, at) => ({ theme: id, label, units: counts[at] ?? 0 })),
    cells: Array.from(cells)
      .sort(([a], [b]) => a - b)
      .map(([key, cell]) => nameCell(key, cell, { themes, counts, coding })),
  };
}

/** The themes that occur, in the order of the taxonomy. */
function chooseThemes(coding: Coding): readonly Theme[] {
  const used = coding.themes.filter(({ id }) => listUnder(coding, id).length > 0);
  if (used.length <= MOST_CROSSED_THEMES) return used;
  const frequent = new Set(
    used
      .toSorted((a, b) => listUnder(coding, b.id).length - listUnder(coding, a.id).length)
      .slice(0, MOST_CROSSED_THEMES),
  );
  return used.filter((theme) => frequent.has(theme));
}

/** The number of the unit that each quote stands in, by row. */
function numberUnits({ quotes, interviews, transcripts }: Coding, unit: CoOccurrenceUnit): Int32Array {
  if (unit === 'quote') return Int32Array.from(quotes, (_, row) => row);
  if (unit === 'interview') return interviews;
  const firsts = new Uint32Array(transcripts.length + 1);
  for (const [at, { utterances }] of transcripts.entries())
    firsts[at + 1] = (firsts[at] ?? 0) + utterances.length;
  return Int32Array.from(quotes, ({ span }, row) => {
    const at = interviews[row] ?? -1;
    const transcript = transcripts[at];
    return transcript === undefined ? -1 : (firsts[at] ?? 0) + findUtterance(transcript, span.start);
  });
}

/** For each unit the themes in it, ascending, each with its quotes there. */
function gatherHoldings(themes: readonly Theme[], units: Int32Array, coding: Coding) {
  const holdings = new Map<number, [theme: number, rows: number[]][]>();
  for (const [at, { id }] of themes.entries()) {
    for (const row of listUnder(coding, id)) {
      const unit = units[row] ?? -1;
      if (unit < 0) continue;
      const holding = holdings.get(unit) ?? [];
      if (holding.length === 0) holdings.set(unit, holding);
      const last = holding.at(-1);
      if (last?.[0] === at) last[1].push(row);
      else holding.push([at, [row]]);
    }
  }
  return holdings.values();
}

/** Pairs of a theme and one under it, whatever lies between them. */
function findRelated(all: readonly Theme[], themes: readonly Theme[]): ReadonlySet<number> {
  const places = new Map(themes.map(({ id }, at) => [id, at]));
  const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
  const related = new Set<number>();
  for (const [at, { parentId }] of themes.entries()) {
    for (let above = parentId; above !== null; above = parents.get(above) ?? null) {
      const place = places.get(above);
      if (place !== undefined) related.add(place * themes.length + at);
    }
  }
  return related;
}

function openCell(cells: Map<number, Cell>, key: number): Cell {
  const known = cells.get(key);
  if (known !== undefined) return known;
  const cell = { units: 0, rows: [] };
  cells.set(key, cell);
  return cell;
}

function addPair(cell: Cell, rowsA: readonly number[], rowsB: readonly number[]): void {
  cell.units += 1;
  for (const row of rowsA) cell.rows.push(row);
  for (const row of rowsB) cell.rows.push(row);
}

type CellGround = {
  readonly themes: readonly Theme[];
  readonly counts: Uint32Array;
  readonly coding: Coding;
};

function nameCell(
  key: number,
  { units, rows }: Cell,
  { themes, counts, coding }: CellGround,
): CoOccurrenceCell {
  const [a, b] = [Math.floor(key / themes.length), key % themes.length];
  const sorted = Uint32Array.from(rows)
    .sort()
    .filter((row, at, all) => row !== all[at - 1]);
  return {
    a: themes[a]?.id ?? '',
    b: themes[b]?.id ?? '',
    units,
    jaccard: units / ((counts[a] ?? 0) + (counts[b] ?? 0) - units),
    participants: listPeople(sorted, coding).size,
    quoteIds: nameQuotes(sorted, coding),
  };
}
