import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { stemWord, untieWord } from '../../src/text/stem.js';

describe('stemWord', () => {
  it.each([
    ['en', ['meeting', 'meetings']],
    ['en', ['expect', 'expectations', 'expected']],
    ['de', ['haus', 'häuser', 'häusern', 'hauses']],
    ['es', ['reunión', 'reuniones']],
    ['fr', ['équipe', 'équipes']],
    ['it', ['riunione', 'riunioni']],
    ['nl', ['vergadering', 'vergaderingen']],
    ['no', ['møte', 'møter', 'møtene']],
    ['pt', ['trabalhar', 'trabalhando']],
    ['ru', ['встреча', 'встречи', 'встречами']],
    ['sv', ['arbete', 'arbetar']],
  ] as const)('gives the %s words %j one stem', (language, words) => {
    expect(new Set(words.map((word) => stemWord(word, language))).size).toBe(1);
  });

  it.each([
    ['en', 'meeting', 'expectation'],
    ['de', 'haus', 'hase'],
    ['ru', 'встреча', 'работа'],
  ] as const)('keeps the %s words %s and %s apart', (language, one, other) => {
    expect(stemWord(one, language)).not.toBe(stemWord(other, language));
  });

  it('keeps contractions whole', () => {
    expect(stemWord("don't", 'en')).toBe("don't");
  });

  it('drops what an apostrophe ties to a word', () => {
    expect(stemWord("team's", 'en')).toBe(stemWord('team', 'en'));
    expect(stemWord("l'équipe", 'fr')).toBe(stemWord('équipe', 'fr'));
    expect(stemWord("dell'azienda", 'it')).toBe(stemWord('azienda', 'it'));
    expect(untieWord("team's", 'de')).toBe("team's");
  });

  it('stems only the last part of a hyphenated word', () => {
    expect(stemWord('tech-leads', 'en')).toBe('tech-lead');
    expect(stemWord('being-leads', 'en')).toBe('being-lead');
  });

  it.each(['en', 'de', 'es', 'fr', 'it', 'nl', 'no', 'pt', 'ru', 'sv'] as const)(
    'never makes a word of %s vanish, in whatever script',
    (language) => {
      for (const word of ['x', 'ies', '1234', '会', 'é', 'ß', 'constructor', '-', 'a'.repeat(100_000)]) {
        expect(stemWord(word, language)).toMatch(/./u);
        expect(stemWord(word, language)).not.toBe('undefined');
      }
    },
  );
});

describe('the stemmers of natural', () => {
  it('come when a language needs them, and without its root: nothing on stdout, no database driver loaded', () => {
    const script = `
      await import('./src/pipeline/suggest-themes.ts');
      await import('./src/pipeline/cluster-quotes.ts');
      const { stemWord } = await import('./src/text/stem.ts');
      const { createRequire } = await import('node:module');
      const list = () => Object.keys(createRequire(process.cwd() + '/x.js').cache);
      const isLoaded = () => list().some((file) => file.includes('/natural/lib/natural/stemmers/'));
      stemWord('meetings', 'en');
      if (isLoaded()) throw new Error('a stemmer that English does not need');
      stemWord('sitzungen', 'de');
      if (!isLoaded()) throw new Error('no stemmer');
      const driver = list().find((file) => /node_modules.(?:mongoose|redis|pg|memjs|dotenv)/.test(file));
      if (driver !== undefined) throw new Error(driver);
    `;
    const node = ['--import', 'tsx', '--input-type=module', '--eval', script];
    expect(execFileSync(process.execPath, node, { encoding: 'utf8' })).toBe('');
  });
});
