import type { Notice } from '../../model/notice.js';
import type { AttributeCell, AttributeTable } from '../../model/pattern.js';
import type { Theme } from '../../model/theme.js';
import { correctByHolm } from '../../text/measures/correct-by-holm.js';
import { type IndependenceTest, testIndependence } from '../../text/measures/test-independence.js';
import { groupByAttribute, listAttributes, type PeopleGroup } from './group-by-attribute.js';
import { type Coding, listPeople, listUnder } from './lay-coding.js';
import { measureShare } from './measure-shares.js';

/** Of more comparisons a correction leaves nothing that a study of interviews could show. */
const MOST_COMPARISONS = 2000;
/** Draws of a group over all permutation tests together, if none ended early: some seconds at most. */
const MOST_DRAWS = 200_000_000;
const MOST_ROUNDS = 9999;
const FEWEST_ROUNDS = 499;

export type AttributeOptions = { readonly minimumGroupSize: number; readonly seed: number };

export type AttributeTables = {
  readonly tables: readonly AttributeTable[];
  /** Tests made; p-values are corrected for this number. */
  readonly comparisons: number;
  readonly notices: readonly Notice[];
};

type Draft = {
  readonly attribute: string;
  readonly groups: readonly PeopleGroup[];
  /** Carriers by theme, then by group. */
  readonly counts: readonly (readonly number[])[];
};

/**
 * Who voices each theme that has quotes by the values of every attribute, with a test of whether it depends on the group (Fisher's, see
 * `testIndependence`), corrected for all comparisons after Holm. Suppressed groups and empty cells are not tested.
 */
export function tabulateAttributes(coding: Coding, options: AttributeOptions): AttributeTables {
  const themes = coding.themes.filter(({ id }) => listUnder(coding, id).length > 0);
  const drafts = draftTables(themes, coding, options.minimumGroupSize);
  const { tests, notices } = testDrafts(drafts, options.seed);
  const made = tests.flat().filter((test) => test !== null);
  const corrected = correctByHolm(made.map(({ p }) => p));
  let next = 0;
  const tables = drafts.map(({ attribute, groups, counts }, at) => ({
    attribute,
    groups: groups.map(({ rows, ...group }) => group),
    rows: themes.map(({ id, label }, theme) => {
      const test = tests[at]?.[theme] ?? null;
      return {
        theme: id,
        label,
        cells: groups.map((group, place) => fillCell(group, counts[theme]?.[place] ?? 0)),
        test: test === null ? null : { ...test, corrected: corrected[next++] ?? 1 },
      };
    }),
  }));
  return { tables, comparisons: made.length, notices: [...tellCoarse(drafts), ...notices] };
}

function draftTables(themes: readonly Theme[], coding: Coding, minimumGroupSize: number): readonly Draft[] {
  const people = themes.map(({ id }) => listPeople(listUnder(coding, id), coding));
  return listAttributes(coding.participants).map((attribute) => {
    const groups = groupByAttribute(coding.participants, attribute, minimumGroupSize);
    const groupOf = new Uint32Array(coding.participants.length);
    for (const [place, { rows }] of groups.entries()) for (const row of rows) groupOf[row] = place;
    const counts = people.map((carriers) => {
      const own = groups.map(() => 0);
      for (const row of carriers) own[groupOf[row] ?? 0] = (own[groupOf[row] ?? 0] ?? 0) + 1;
      return own;
    });
    return { attribute, groups, counts };
  });
}

function fillCell({ participants: of, suppressedBecause }: PeopleGroup, carriers: number): AttributeCell {
  if (suppressedBecause === undefined) return measureShare(carriers, of);
  return { participants: null, of, share: null, low: null, high: null };
}

const isCompared = ({ kind, suppressedBecause }: PeopleGroup) =>
  kind !== 'not-recorded' && suppressedBecause === undefined;

/** One test a theme of each table, `null` where there is nothing to compare. */
function testDrafts(drafts: readonly Draft[], seed: number) {
  const tables = drafts.map(({ groups, counts }) =>
    counts.map((own) =>
      groups.flatMap((group, place) =>
        isCompared(group) ? { carriers: own[place] ?? 0, size: group.participants } : [],
      ),
    ),
  );
  const comparable = tables.map((rows) => rows.filter(canDiffer));
  const comparisons = comparable.reduce((sum, rows) => sum + rows.length, 0);
  const draws = comparable.flat().reduce((sum, groups) => sum + groups.length, 0);
  const rounds = Math.min(MOST_ROUNDS, Math.max(FEWEST_ROUNDS, Math.floor(MOST_DRAWS / Math.max(1, draws))));
  const isTooMany = comparisons > MOST_COMPARISONS;
  const tests = tables.map((rows) =>
    rows.map((groups): IndependenceTest | null =>
      isTooMany ? null : testIndependence(groups, { seed, rounds }),
    ),
  );
  return { tests, notices: isTooMany ? [tellTooMany(comparisons)] : [] };
}

function canDiffer(groups: readonly { readonly carriers: number; readonly size: number }[]): boolean {
  const carriers = groups.reduce((sum, group) => sum + group.carriers, 0);
  const size = groups.reduce((sum, group) => sum + group.size, 0);
  return groups.length > 1 && carriers > 0 && carriers < size;
}

const place = { file: 'participants.csv' };

function tellTooMany(comparisons: number): Notice {
  const message = `no differences between groups are tested: of ${comparisons} comparisons a correction would leave nothing. Keep fewer columns or themes to test them`;
  return { severity: 'info', code: 'too-many-comparisons', message, place };
}

/** An attribute in which fewer than two groups are large enough to be compared. */
function tellCoarse(drafts: readonly Draft[]): readonly Notice[] {
  const names = drafts
    .filter(({ groups }) => groups.filter(isCompared).length < 2)
    .map(({ attribute }) => `"${attribute}"`);
  if (names.length === 0) return [];
  const message = `fewer than two groups are large enough to compare by ${names.join(', ')}: join values that belong together, or lower minimumGroupSize if nobody can be told by it`;
  return [{ severity: 'info', code: 'attribute-not-compared', message, place }];
}
