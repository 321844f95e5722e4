import { describe, expect, it } from 'vitest';
import { readParticipants } from '../../src/workspace/read-participants.js';
import { makeFolder } from './make-study.js';

const read = (table: string) => readParticipants(makeFolder({ 'participants.csv': table }));
const header = 'id,consent,consent_until,withdrawn,role';

describe('readParticipants', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('reads a table separated by %s', (_name, delimiter) => {
    const row = ['P01', '"research;teaching"', '2028-12-31', '2026-05-04', 'nurse'];
    const { value, notices } = read(
      `\uFEFF${header.replaceAll(',', delimiter)}\r\n${row.join(delimiter)}\r\n`,
    );
    expect(notices).toEqual([]);
    expect(value.participants).toEqual([
      {
        id: 'P01',
        attributes: { role: 'nurse' },
        consent: {
          known: true,
          scopes: ['research', 'teaching'],
          until: '2028-12-31',
          withdrawn: '2026-05-04',
        },
      },
    ]);
  });

  it('finds its columns in any order and case, and reads every other column as an attribute', () => {
    const { value } = read('Team Size,WITHDRAWN,Consent-Until,Consent,ID\n7,,2028-12-31,publication,P01\n');
    expect(value.participants).toEqual([
      {
        id: 'P01',
        attributes: { 'Team Size': '7' },
        consent: { known: true, scopes: ['publication'], until: '2028-12-31' },
      },
    ]);
  });

  it.each(['name', 'Email', 'E-Mail', 'PHONE'])(
    'a column named %s is refused and not read at all',
    (column) => {
      const { value, notices } = read(`id,consent,${column}\nP01,research,Kim\n`);
      expect(notices).toMatchObject([
        { severity: 'error', code: 'refused-column', place: { file: 'participants.csv', line: 1 } },
      ]);
      expect(JSON.stringify({ value, notices })).not.toContain('Kim');
    },
  );

  it('a column that is nearly one of the format is told', () => {
    const { notices } = read('id,consent,withdrawm\nP01,research,\n');
    expect(notices).toMatchObject([{ severity: 'caution', code: 'unusual-column', place: { line: 1 } }]);
    expect(notices[0]?.message).toContain('did you mean "withdrawn"?');
  });

  it('of a column that stands there twice the first is read', () => {
    const { value, notices } = read('id,consent,consent\nP01,research,publication\n');
    expect(notices).toMatchObject([{ code: 'column-twice', place: { line: 1 } }]);
    expect(value.participants[0]?.consent.scopes).toEqual(['research']);
  });
});

describe('what is wrong with consent takes it away', () => {
  const consentOf = (row: string) => {
    const { value, notices } = read(`${header}\nP00,research,,,x\n${row}\n`);
    return {
      consent: value.participants[1]?.consent,
      codes: notices.map(({ code, place }) => [code, place.line]),
    };
  };

  it.each([
    [
      'an unknown scope is not granted',
      'P01,research;publicaton,,,x',
      { known: true, scopes: ['research'] },
      'unknown-consent',
    ],
    [
      'a last day that is no day ends it',
      'P01,publication,31.12.2028,,x',
      { known: true, scopes: [] },
      'bad-date',
    ],
    [
      'a last day that does not exist ends it',
      'P01,publication,2027-02-29,,x',
      { known: true, scopes: [] },
      'bad-date',
    ],
    [
      'a withdrawal that is no day is a withdrawal',
      'P01,publication,,yes,x',
      { known: true, scopes: [], withdrawn: '0001-01-01' },
      'bad-date',
    ],
    ['a row with too few cells grants nothing', 'P01,publication', { known: true, scopes: [] }, 'ragged-row'],
    [
      'a row with too many cells grants nothing',
      'P01,publication,,,x,2026-01-01',
      { known: true, scopes: [] },
      'ragged-row',
    ],
  ])('%s', (_title, row, consent, code) => {
    expect(consentOf(row)).toEqual({ consent, codes: [[code, 3]] });
  });

  it('of two rows of one participant only what both grant holds, and any withdrawal', () => {
    const { value, notices } = read(
      `${header}\nP01,research;publication,2028-01-01,,a\nP01,publication;teaching,2027-01-01,2026-05-04,b\n`,
    );
    expect(notices).toMatchObject([{ code: 'participant-twice', place: { line: 3 } }]);
    expect(value.participants).toEqual([
      {
        id: 'P01',
        attributes: { role: 'a' },
        consent: { known: true, scopes: ['publication'], until: '2027-01-01', withdrawn: '2026-05-04' },
      },
    ]);
  });

  it('a table without a column "consent" grants nobody anything', () => {
    const { value, notices } = read('id,role\nP01,nurse\n');
    expect(notices).toMatchObject([{ severity: 'error', code: 'missing-column', place: { line: 1 } }]);
    expect(value.participants[0]?.consent).toEqual({ known: true, scopes: [] });
  });

  it('a table without a column "id" lists nobody, and still counts as a table', () => {
    const { value, notices } = read('code,consent\nP01,publication\n');
    expect(notices.map(({ code }) => code)).toEqual(['missing-column']);
    expect(value).toEqual({ participants: [], listed: true, usable: false });
  });
});
