import { makeQuote } from '../../../src/pipeline/make-quote.js';
import { toQuoteRecord } from '../../../src/pipeline/reviewing/quote-record.js';
import { readStudy } from '../../../src/workspace/read-study.js';
import { type Files, makeStudy } from '../make-study.js';

const taxonomy = `# Asked of every quote.
dimensions:
  - id: theme
    label: Key themes
    themes:
      # The one that all speak of.
      - id: sleep
        label: Sleep
        description: >-
          How people sleep,
          and for how long.
        keywords: [sleep*, "wake up"] # by beginning
        themes:
          - { id: noise, label: Noise, keywords: [loud] }
          - id: light
            label: Light
      - id: pay
        label: Pay
        examples: ["It pays the rent and nothing else at all."]
  - id: voice
    label: What is voiced
    themes:
      - { id: fear, label: Fear }
      - { id: dream, label: Dream }
`;

const texts: Readonly<Record<string, string>> = {
  'transcripts/P01.md':
    '**Interviewer:** How do you sleep?\n\n**P01:** Badly. ==I wake up at noon and cannot find back to sleep.=={#sleep #fear} The flat is loud, and the shop below opens at six.\n\n**Interviewer:** And the pay?\n\n**P01:** It pays the rent. I would love to have a quiet month, just the one 👩🏽‍🚒.\n',
  'transcripts/P02.md':
    '**Interviewer:** How do you sleep?\n\n**P02:** Well enough. Naïve, perhaps, but I like the night: nobody asks for anything, and the ward is mine.\n\n**P03:** I don’t. ==The light never goes out.== And nobody pays for that.\n',
};

/** Where quotes of the study stand: two that are in place, one whose transcript was corrected since. */
function recordQuotes(folder: string): string {
  const { transcripts } = readStudy(folder).study;
  const mark = (id: string, words: string) => {
    const transcript = transcripts.find((each) => each.id === id);
    const start = transcript?.text.indexOf(words) ?? -1;
    if (transcript === undefined || start < 0) throw new Error(`"${words}" is not in ${id}`);
    return makeQuote({ transcript, span: { start, end: start + words.length }, occurrence: 0, by: 'ana' });
  };
  const moved = mark('P02', 'the ward is mine');
  const records = [
    mark('P01', 'The flat is loud'),
    mark('P02', 'nobody asks for anything'),
    { ...moved, span: { start: moved.span.start - 9, end: moved.span.end - 9 } },
    { ...moved, id: 'q_lost', exact: 'words that are gone from it for good', prefix: '', suffix: '' },
  ].map((quote) => JSON.stringify(toQuoteRecord(quote)));
  return `${records[0]}\nthis is no record\n${records.slice(1).join('\n')}\n`;
}

/** A study with most of what there can be: marks, moved and lost quotes, two coders, nested themes, memos, a board. */
export function makeRecordedStudy(more: Files = {}): string {
  const bare = { 'taxonomy.yaml': taxonomy, ...texts };
  const participants =
    'id,consent,consent_until,withdrawn,role\nP01,research,,,nurse\nP02,research,,,nurse\nP03,research,,,nurse\n';
  const quotes = recordQuotes(makeStudy(bare));
  const ids = quotes.split('\n').flatMap((line) => /"id":"([^"]+)"/.exec(line)?.[1] ?? []);
  const decide = (quote: string | undefined, theme: string, applies: boolean | null, rest = '') =>
    `{"quote":"${quote}","theme":"${theme}","applies":${applies},"at":"2026-04-01T08:00:00Z"${rest}}\n`;
  return makeStudy({
    ...bare,
    'participants.csv': participants,
    'quotes.jsonl': quotes,
    'decisions/ana.jsonl':
      decide(ids[0], 'noise', true) +
      decide(ids[1], 'sleep', true, ',"note":"mine"') +
      decide(ids[3], 'sleep', true),
    'decisions/ben.jsonl':
      decide(ids[0], 'noise', false) +
      decide(ids[1], 'light', true) +
      decide(ids[0], 'pay', true) +
      decide(ids[0], 'pay', null),
    'decisions/consensus.jsonl': decide(ids[0], 'noise', true),
    'memos/sleep.md': 'They sleep badly.\n\n## Questions\n\n- Why?\n',
    'memos/noise.md': 'Below the flat.\n',
    'boards.jsonl': `{"theme":"noise","quotes":["${ids[0]}"]}\n`,
    ...more,
  });
}
