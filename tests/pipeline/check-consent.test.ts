import { describe, expect, it } from 'vitest';
import type { Consent } from '../../src/model/participant.js';
import { checkConsent } from '../../src/pipeline/check-consent.js';

const today = '2026-05-04';
const check = (consent: Partial<Consent>) =>
  checkConsent(
    { id: 'P03', attributes: {}, consent: { known: true, scopes: ['research', 'publication'], ...consent } },
    'publication',
    today,
  );

describe('checkConsent', () => {
  it('allows what was agreed to, to the end of the last day', () => {
    expect(check({})).toEqual({ allowed: true, known: true });
    expect(check({ until: today })).toEqual({ allowed: true, known: true });
  });

  it.each([
    ['a use that was not agreed to', { scopes: ['research'] }, 'P03 gave no consent for publication'],
    ['a consent that has ended', { until: '2026-05-03' }, "P03's consent has ended"],
    ['a consent whose end cannot be read', { until: '' }, "P03's consent has ended"],
    ['somebody who withdrew', { withdrawn: '2026-01-01' }, 'P03 withdrew'],
    ['somebody who withdraws later', { withdrawn: '2027-01-01' }, 'P03 withdrew'],
    ['a withdrawal where no consent is known', { known: false, withdrawn: today }, 'P03 withdrew'],
  ] as const)('refuses %s', (_, consent, reason) => {
    expect(check(consent)).toEqual({ allowed: false, reason });
  });

  it('allows where nothing is known, and says so', () => {
    expect(check({ known: false, scopes: [] })).toEqual({ allowed: true, known: false });
  });

  it('refuses words of somebody who is not among the participants', () => {
    expect(checkConsent(undefined, 'research', today)).toMatchObject({ allowed: false });
  });
});
