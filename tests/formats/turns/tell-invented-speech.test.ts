import { describe, expect, it } from 'vitest';
import { silencePhrases } from '../../../src/formats/turns/silence-phrases.js';
import { tellInventedSpeech } from '../../../src/formats/turns/tell-invented-speech.js';

const tell = (words: readonly string[], labels: readonly string[] = []) =>
  tellInventedSpeech(
    words.map((text, index) => ({ label: labels[index] ?? '', words: text, line: 10 * (index + 1) })),
    'talk.srt',
  );

describe('tellInventedSpeech', () => {
  it.each(
    Object.entries(silencePhrases).flatMap(([language, phrases]) => phrases.map((text) => [language, text])),
  )('knows what is written in silence (%s): %s', (_language, text) => {
    const [notice] = tell(['Who has the key?', `${text}!`]);
    expect(notice).toMatchObject({ severity: 'caution', code: 'silence-phrase', place: { line: 20 } });
  });

  it('knows it in capitals, with the Turkish capital too', () => {
    expect(tell(['THANKS FOR WATCHING', 'İzlediğiniz için teşekkürler.'])).toMatchObject([
      { code: 'silence-phrase', message: expect.stringContaining('at line 20') },
    ]);
  });

  it('knows it said twice in one caption, and with the signs of an address', () => {
    expect(
      tell(['Thanks for watching! Thanks for watching!', 'Transcribed by https://otter.ai']),
    ).toMatchObject([
      { code: 'silence-phrase', message: expect.stringContaining('1 such place(s) follow, at line 20') },
    ]);
  });

  it('leaves the same words alone where others stand beside them, and thanks that people say', () => {
    expect(
      tell(['Thanks for watching the children.', 'Thank you.', 'Please subscribe, they told us.']),
    ).toEqual([]);
  });

  it('tells a loop over several captions once, with its place, and quotes at most one line', () => {
    const notices = tell([
      'Right.',
      ...Array.from({ length: 6 }, () => 'And that is why the shop was closed.'),
    ]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatchObject({ code: 'repeated-speech', place: { file: 'talk.srt', line: 20 } });
    expect(notices[0]?.message).toContain('stands 6 times in a row');
    expect(notices[0]?.message.length).toBeLessThan(250);
  });

  it('takes one sentence said by three people for an agreement', () => {
    const words = ['I would not do that.', 'I would not do that.', 'I would not do that.'];
    expect(tell(words, ['A', 'B', 'C'])).toEqual([]);
    expect(tell(words, ['A', 'A', 'A'])).toHaveLength(1);
  });

  it('finds loops in a script without spaces', () => {
    const words = Array.from({ length: 3 }, () => '鍵は庭にありました。');
    expect(tell(words)).toMatchObject([{ code: 'repeated-speech' }]);
  });
});
