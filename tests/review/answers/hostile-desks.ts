import { CONSENSUS } from '../../../src/model/decision.js';
import { settingsSchema } from '../../../src/model/settings.js';
import type { Desk } from '../../../src/review/answers/desk.js';
import { accept, buildParticipant, buildStudy, buildTheme } from '../../pipeline/build-study.js';
import { buildTranscript, quoteWords } from '../../pipeline/build-transcript.js';
import { changeStudy, layDesk, openSample } from './make-desk.js';

const talk = buildTranscript('P01', [
  ['I', 'What was the worst night?'],
  ['P01', 'The boat is green 🛶🏽. I was so afraid of the fog that I counted every step to the lamp.'],
  ['?Rob', '<script>alert(1)</script> & “quotes” \u202E reversed'],
  ['P01', ''],
]);
const marked = quoteWords(talk, 'I was so afraid of the fog');
const strange = quoteWords(talk, '<script>alert(1)</script>');
const fear = buildTheme('fear', { label: '<b>Fear</b>', keywords: ['afraid', '*', '"', '~'] });
const participants = [buildParticipant('P01', ['research'], { role: 'keeper', constructor: 'x' })];
const coded = { transcripts: [talk], quotes: [marked, strange], themes: [fear], participants };

const reflexive = (() => {
  const study = buildStudy({ ...coded, decisions: [accept(marked, 'fear')] });
  const settings = settingsSchema.parse({ name: 'Fog', approach: 'reflexive' });
  return layDesk({ ...study, settings });
})();

const lost = layDesk(buildStudy({ ...coded, quotes: [marked], decisions: [accept(marked, 'fear')] }), {
  anchorings: [
    { state: 'in-place', quote: marked },
    { state: 'lost', was: { ...strange, id: 'q_lost' }, reason: 'its words are gone' },
  ],
});

const circular = layDesk(
  buildStudy({
    ...coded,
    themes: [
      { ...fear, parentId: 'fog' },
      { ...fear, id: 'fog', parentId: 'fear' },
    ],
    decisions: [
      accept(marked, 'fear'),
      { ...accept(marked, 'fear'), coder: 'ben', applies: false },
      { ...accept(marked, 'fear'), coder: CONSENSUS },
      { ...accept(marked, 'gone'), coder: 'ben' },
    ],
    boards: [{ themeId: 'fear', quoteIds: ['nobody', marked.id, marked.id] }],
  }),
  { memoTexts: new Map([['fear', '# Fog <img src=x onerror=alert(1)>\n\n[click](javascript:alert(1))']]) },
);

/** Studies that are hardly there, or that somebody made to do harm. */
export const hostileDesks: readonly (readonly [name: string, desk: Desk])[] = [
  ['holds nothing at all', layDesk(buildStudy({}))],
  ['has no taxonomy', layDesk(buildStudy({ ...coded, themes: [] }))],
  ['has no quotes', layDesk(buildStudy({ ...coded, quotes: [] }))],
  ['has no transcripts, yet quotes', layDesk(buildStudy({ ...coded, transcripts: [] }))],
  ['has one coder', layDesk(buildStudy({ ...coded, decisions: [accept(marked, 'fear')] }))],
  ['is reflexive', reflexive],
  ['has lost a quote', lost],
  ['has themes under each other, a consensus and a memo with a script', circular],
  ['is the sample without participants', changeStudy(openSample(), { participants: [] })],
];
