import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seekVerdicts } from '../../../src/pipeline/pseudonyms/mark-decided.js';
import { hashIdentifier, toLogRecord } from '../../../src/workspace/key-file/hash-identifier.js';
import { makeDecision } from '../../pipeline/pseudonyms/make-decision.js';

const key = { secret: Buffer.alloc(32, 7).toString('base64') };

/** Names in the spellings in which they are met, and others that are near. */
const spelling = fc
  .tuple(
    fc.constantFrom('Dana R', 'José', 'Jose', 'Priya van Okafor', 'Ｄana R', '张伟', "O'Neil", 'Neil'),
    fc.constantFrom('', '’s', "'s", '.', ' '),
    fc.constantFrom('as it is', 'upper', 'lower', 'NFD'),
  )
  .map(([name, end, form]) => {
    if (form === 'NFD') return (name + end).normalize('NFD');
    if (form === 'upper') return name.toUpperCase() + end;
    return (form === 'lower' ? name.toLowerCase() : name) + end;
  });

describe('what is decided', () => {
  it('is found for a string exactly where the log has a line for it', () => {
    fc.assert(
      fc.property(spelling, spelling, (decided, text) => {
        const decision = makeDecision(decided);
        const isLogged = toLogRecord(decision, key).hash === hashIdentifier(text, key);
        expect(seekVerdicts([decision])(text)).toBe(isLogged ? 'keep' : undefined);
      }),
    );
  });

  it('does not depend on case, possessive and marks around it, and does on accents', () => {
    const seek = seekVerdicts([makeDecision('Dana R.', '[Person 1]'), makeDecision('José')]);
    expect(['dana r', 'DANA R.', 'Dana R’s'].map(seek)).toEqual(['replace', 'replace', 'replace']);
    expect(['JOSÉ’s', 'Jose'].map(seek)).toEqual(['keep', undefined]);
  });

  it('is what was decided last', () => {
    expect(seekVerdicts([makeDecision('Dana'), makeDecision('dana', '[Person 1]')])('Dana')).toBe('replace');
  });
});
