import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../src/model/settings.js';
import { watchIdentifiers } from '../../../src/pipeline/guarding/watch-identifiers.js';
import { findIdentifying } from '../../../src/pipeline/picking/find-identifying.js';
import { buildStudy } from '../build-study.js';

const buildQuote = (id: string, exact: string, wording?: string) => ({
  id,
  transcriptId: 'call',
  span: { start: 0, end: exact.length },
  exact,
  prefix: '',
  suffix: '',
  ...(wording === undefined ? {} : { wording }),
});

function find(settings: object, ...quotes: readonly ReturnType<typeof buildQuote>[]) {
  const study = {
    ...buildStudy({ quotes }),
    settings: settingsSchema.parse({ name: 'Lighthouses', ...settings }),
  };
  const watch = watchIdentifiers({ study, quotes });
  return findIdentifying({ watch, quotes, read: ({ exact, wording }) => [wording ?? exact] });
}

describe('findIdentifying', () => {
  const mail = buildQuote('q_1', 'I wrote to sam@example.org and nobody answered me.');
  const reason = 'may tell who somebody is (email address), and another quote need not';

  it('finds what the gate would refuse in what would be printed, and does not repeat it', () => {
    const edited = buildQuote('q_2', mail.exact, 'I wrote to [a colleague] and nobody answered me.');
    expect([...find({}, mail, edited)]).toEqual([['q_1', reason]]);
  });

  it('lets through what study.yaml keeps', () => {
    expect(find({ publish: { keep: ['sam@example.org'] } }, mail).size).toBe(0);
  });

  it('finds ages only where the gate is strict', () => {
    const age = buildQuote('q_3', 'I am 47 years old and have never been asked.');
    expect(find({}, age).size).toBe(0);
    expect([...find({ reports: { gate: 'strict' } }, age).keys()]).toEqual(['q_3']);
  });
});
