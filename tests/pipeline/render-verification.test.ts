import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { readDraftBlocks } from '../../src/formats/drafts/read-draft-blocks.js';
import { checkDraft } from '../../src/pipeline/check-draft.js';
import { checkTemplate } from '../../src/pipeline/check-template.js';
import { buildVerificationPage } from '../../src/pipeline/checking/build-verification-page.js';
import {
  chooseVerificationFormat,
  renderVerification,
  type VerifiedDraft,
} from '../../src/pipeline/render-verification.js';
import { verificationPageSchema } from '../../src/reporting/contract/verification-page.js';
import { readTemplates } from '../reporting/read-templates.js';
import { buildParticipant, buildStudy } from './build-study.js';
import { buildTranscript } from './build-transcript.js';

const templates = readTemplates();
const long = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
const study = buildStudy({
  participants: [buildParticipant('P01', ['publication']), buildParticipant('P02', ['research'])],
  transcripts: [
    buildTranscript('P01', [
      ['I', 'How was the first winter in the lighthouse for you?'],
      ['P01', 'I did not sleep for three weeks, and nobody had told me about the fog horn.'],
      ['P01', `It began with ${long} and it ended in March.`],
    ]),
    buildTranscript('call', [['P02', 'The secret word of the lighthouse was always periwinkle, I believe.']]),
  ],
});

function verify(text: string, file = 'draft.md', countedIn: 'line' | 'paragraph' = 'line'): VerifiedDraft {
  const draft = { file, blocks: readDraftBlocks({ name: 'draft.md', text }) };
  return {
    file,
    countedIn,
    checked: checkDraft({ study, draft, scope: 'publication', today: '2026-11-22' }),
  };
}

const build = (...drafts: readonly VerifiedDraft[]) =>
  buildVerificationPage({ study, scope: 'publication', drafts });
const render = (file: string, ...drafts: readonly VerifiedDraft[]) =>
  renderVerification({ study, scope: 'publication', drafts }, { file, templates });

const mixed = [
  'P01 said “I did sleep for four weeks, and really nobody had told me” then.',
  '“I did not sleep for three weeks” (P01).',
  '“The secret word of the house was always periwinkle, I believe.”',
  '“A crab the size of a dog lived under the lighthouse of our only island.”',
  '“How was the first winter in the lighthouse for you?”',
].join('\n\n');

describe('the report on drafts', () => {
  it.each([
    ['many findings', [verify(mixed)]],
    ['several drafts', [verify(mixed), verify('Nobody is quoted here.', 'b.docx', 'paragraph')]],
    ['no drafts', []],
  ])(
    'of %s is data that its contract accepts, and is written without a trace of its template',
    (_what, drafts) => {
      const page = build(...drafts);
      expect(verificationPageSchema.parse(page)).toEqual(page);
      for (const file of ['a.md', 'a.html'])
        expect(render(file, ...drafts)).not.toMatch(/undefined|NaN|\{\{|\[object/);
    },
  );

  it.each(['verification.md.hbs', 'verification.html.hbs'])(
    'has the template %s, which keeps to it',
    (name) => {
      const template = templates.get(name);
      expect(template).toBeDefined();
      if (template !== undefined)
        checkTemplate(template, { report: { schema: verificationPageSchema }, templates });
    },
  );

  it('names the place in the draft and in the transcript', () => {
    const [draft] = build(verify(mixed)).drafts;
    expect(
      draft?.findings.map(({ where, verdict, source }) => [
        where,
        verdict,
        source?.transcript,
        source?.utterance,
      ]),
    ).toEqual([
      ['line 1', 'altered', 'P01', 2],
      ['line 5', 'altered', 'call', 1],
      ['line 7', 'not found', expect.any(String), expect.any(Number)],
      ['line 9', 'the interviewer’s words', 'P01', 1],
    ]);
    expect(draft?.accepted.map(({ where, verdict }) => [where, verdict])).toEqual([['line 3', 'verbatim']]);
    expect(draft?.findings[1]?.source?.participant).toBe('P02');
    expect(build(verify(mixed, 'a.docx', 'paragraph')).drafts[0]?.findings[0]?.where).toBe('paragraph 1');
  });

  it('shows a difference word by word', () => {
    expect(render('a.html', verify(mixed))).toContain(
      '<p class="difference">I did <ins>not</ins> sleep for <del>four</del> <ins>three</ins> weeks, and <del>really</del> nobody had told me</p>',
    );
    expect(render('a.md', verify(mixed))).toContain(
      'I did **not** sleep for ~~four~~ **three** weeks, and ~~really~~ nobody had told me',
    );
  });

  it('shows no words of a transcript that nobody may use, and none of a passage that is only near', () => {
    for (const file of ['a.md', 'a.html']) {
      expect(render(file, verify(mixed))).not.toContain('of the lighthouse was');
      expect(
        render(file, verify('“The secret word of the lighthouse is something that I have forgotten.”')),
      ).not.toContain('periwinkle');
    }
  });

  it('shows no more of a long passage than the words around a difference', () => {
    const html = render('a.html', verify(`“It started with ${long} and it ended in March.”`));
    const shown = /<p class="difference">(.*)<\/p>/.exec(html)?.[1];
    expect(shown).toContain('<del>started</del> <ins>began</ins> with word0 word1 word2 word3 word4 …');
    expect(shown).not.toContain('word5');
  });

  it('runs nothing that stands in a draft, and keeps its Markdown whole', () => {
    const hostile = verify(
      'P01 said “I did <b>not</b> sleep *for* [four](x) `weeks` | and # nobody ~~had~~ told me”.\n',
      '<i>.txt',
    );
    const wild = {
      ...hostile,
      checked: checkWild('“I did <b>not</b> sleep *for* [many] ~~weeks~~ and ```nobody had told me”'),
    };
    const html = render('a.html', wild);
    expect(html).not.toMatch(/<[bi]>/);
    const markdown = micromark(render('a.md', wild), { allowDangerousHtml: true });
    expect(markdown).not.toMatch(/<b>|<i>|<em>|<code>|<a /);
  });

  it('is .md or .html, and nothing else', () => {
    expect(['a.md', 'b.HTML'].map(chooseVerificationFormat)).toEqual(['md', 'html']);
    expect(() => chooseVerificationFormat('a.pdf')).toThrowError(
      expect.objectContaining({ code: 'unknown-report-format' }),
    );
  });
});

/** A check of plain text, in which no sign is markup. */
function checkWild(text: string) {
  const draft = { file: '<i>.txt', blocks: readDraftBlocks({ name: 'a.txt', text }) };
  return checkDraft({ study, draft, scope: 'publication', today: '2026-11-22' });
}
