import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseRows,
  countOpenByTheme,
  countRows,
  findPlace,
  nameRow,
  type Row,
  settleRows,
} from '../../../../src/review/page/views/compare/choose-rows.js';
import {
  describeInterval,
  describeResolution,
  describeRest,
  describeTotals,
  placeInterval,
  showValue,
} from '../../../../src/review/page/views/compare/describe-comparison.js';

const makeRow = (id: string, row: Partial<Row> = {}): Row => ({
  quote: {
    id,
    transcript: 'P01',
    participant: 'P01',
    span: { start: 0, end: 4 },
    utterance: 0,
    exact: 'Well',
    wording: '',
    note: '',
    important: false,
    by: 'ana',
    at: '',
    inSource: false,
    taggings: [],
  },
  before: [],
  after: [],
  theme: 'fear',
  a: 'applies',
  b: 'does-not',
  noteA: '',
  noteB: '',
  agree: false,
  resolved: 'nothing',
  noteResolved: '',
  ...row,
});

const open = makeRow('q1');
const settled = makeRow('q2', { resolved: 'applies' });
const agreed = makeRow('q3', { b: 'applies', agree: true, theme: 'dream' });

describe('the rows of a comparison', () => {
  it('keeps what nobody settled apart from what somebody did', () => {
    expect(chooseRows([open, settled, agreed], 'open', '')).toEqual([open]);
    expect(chooseRows([open, settled, agreed], 'settled', '')).toEqual([settled]);
    expect(chooseRows([open, settled, agreed], 'agreed', '')).toEqual([agreed]);
  });

  it('shows every row under exactly one of open, settled and agreed', () => {
    const rows = fc.array(
      fc.record({
        agree: fc.boolean(),
        resolved: fc.constantFrom('applies' as const, 'does-not' as const, 'nothing' as const),
      }),
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const all = drawn.map((row, place) => makeRow(`q${place}`, row));
        const counts = countRows(all, '');
        expect(counts.open + counts.settled + counts.agreed).toBe(counts.all);
      }),
    );
  });

  it('narrows to one theme, and counts the open ones of each', () => {
    expect(chooseRows([open, settled, agreed], 'all', 'dream')).toEqual([agreed]);
    expect(countOpenByTheme([agreed, open, settled])).toEqual([
      { theme: 'fear', open: 1 },
      { theme: 'dream', open: 0 },
    ]);
  });

  it('shows what was settled here before the server has compared anew, and leaves the other rows as they are', () => {
    const rows = settleRows(
      [open, agreed],
      new Map([[nameRow(open), { resolved: 'does-not' as const, noteResolved: 'said aside' }]]),
    );
    expect(rows).toEqual([{ ...open, resolved: 'does-not', noteResolved: 'said aside' }, agreed]);
    expect(
      settleRows(rows, new Map([[nameRow(open), { resolved: 'nothing' as const, noteResolved: '' }]])),
    ).toEqual([open, agreed]);
  });

  it('stands on the row that it stood on, or on what came into its place', () => {
    expect(findPlace([open, settled], nameRow(settled), 0)).toBe(1);
    expect(findPlace([settled, agreed], nameRow(open), 0)).toBe(0);
    expect(findPlace([settled], nameRow(open), 4)).toBe(0);
    expect(findPlace([], nameRow(open), 4)).toBe(-1);
  });
});

describe('the figures of a comparison', () => {
  const figure = { id: 'alpha', label: 'α', value: 0.712, interval: null, because: '' };

  it('has two decimals and its interval', () => {
    expect(showValue(figure)).toBe('0.71');
    expect(describeInterval({ ...figure, interval: [0.5249, 0.861] })).toBe('95 % interval 0.52 to 0.86');
  });

  it('gives the reason where there is no figure', () => {
    const none = { ...figure, value: null, because: 'nobody decided on the same quote' };
    expect(describeInterval(none)).toBe('nobody decided on the same quote');
    expect(placeInterval(none)).toBeUndefined();
  });

  it('draws what is under zero at zero', () => {
    expect(placeInterval({ ...figure, value: -0.2, interval: [-0.5, 0.25] })).toEqual({
      from: 0,
      to: 25,
      at: 0,
    });
  });

  it('tells a resolution in words, and says nothing where there is none', () => {
    expect(describeResolution(settled)).toBe('Resolved: applies');
    expect(describeResolution(open)).toBe('');
  });

  it('says that rows are missing only where some are', () => {
    expect(describeRest({ rows: [open], total: { agree: 900, disagree: 304 } })).toContain(
      'first 1 of 1,204',
    );
    expect(describeRest({ rows: [open], total: { agree: 0, disagree: 1 } })).toBe('');
  });

  it('counts one as one', () => {
    expect(describeTotals({ agree: 1204, disagree: 1 }, 'ana', 'ben')).toBe(
      'ana and ben: 1 disagreement, 1,204 agreements',
    );
  });
});
