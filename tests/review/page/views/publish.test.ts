import { describe, expect, it } from 'vitest';
import {
  describeFindingPlace,
  describeGate,
  findSeenFormats,
  nameExport,
  settleChoice,
} from '../../../../src/review/page/views/publish/choose-report.js';

const reports = {
  reports: [
    { id: 'themes', description: '', formats: ['md', 'html', 'docx'] },
    { id: 'quote-bank', description: '', formats: ['csv', 'md'] },
  ],
  consents: ['publication', 'teaching'],
  consent: 'publication',
  exports: [],
};

describe('the report that is looked at', () => {
  it('is the first one, as a page, for the scope of the study, until something is chosen', () => {
    expect(settleChoice(reports, { report: '', format: '', consent: '' })).toEqual({
      report: 'themes',
      format: 'html',
      consent: 'publication',
    });
  });

  it('keeps what was chosen and is offered, and leaves what is not', () => {
    expect(settleChoice(reports, { report: 'quote-bank', format: 'html', consent: 'teaching' })).toEqual({
      report: 'quote-bank',
      format: 'md',
      consent: 'teaching',
    });
    expect(findSeenFormats(['docx', 'md', 'html'])).toEqual(['html', 'md']);
  });

  it('is none in a study without reports', () => {
    expect(
      settleChoice({ ...reports, reports: [] }, { report: '', format: '', consent: '' }),
    ).toBeUndefined();
  });
});

describe('what the gate says', () => {
  const finding = { place: 'P01', text: 'J…', severity: 'refused' as const, quote: '', transcript: '' };

  it('counts what is refused before what is to decide', () => {
    const undecided = { ...finding, severity: 'undecided' as const };
    expect(describeGate({ path: '', findings: [finding, undecided], leftOut: [] })).toBe(
      'This report is refused: 1 string would identify somebody.',
    );
    expect(describeGate({ path: '/preview/x', findings: [undecided, undecided], leftOut: [] })).toBe(
      '2 strings may identify somebody: decide before you publish.',
    );
  });

  it('says that nothing was found, and never so of a report that was refused', () => {
    expect(describeGate({ path: '/preview/x', findings: [], leftOut: [] })).toContain('found nothing');
    expect(describeGate({ path: '', findings: [], leftOut: [] })).toContain('refused');
  });
});

describe('the place of a finding', () => {
  it.each([
    [
      'themes.themes[7].representatives[2] (q_5f).context.before[1].words',
      'the quote q_5f, in what was said before it',
    ],
    ['quote-bank.groups[5].quotes[4] (q_04).words', 'the quote q_04, in its words'],
    ['themes.dimensions[1].themes[5].commentary', 'the memo of a theme'],
    ['codebook.themes[2].include', 'what the taxonomy says of a theme'],
    ['the quote q_c9', 'the quote q_c9'],
    ['memos/fear.md:12', 'memos/fear.md:12'],
  ])('%s is told as a person looks for it', (place, words) => {
    expect(describeFindingPlace(place)).toBe(words);
  });
});

describe('the name of a download', () => {
  it.each([
    ['What tech leads hope for', '.xlsx', 'what-tech-leads-hope-for.xlsx'],
    ['../../etc/passwd', 'csv', 'etc-passwd.csv'],
    ['質的研究', 'csv', 'study.csv'],
  ])('of %j is plain', (study, extension, name) => {
    expect(nameExport(study, extension)).toBe(name);
  });
});
