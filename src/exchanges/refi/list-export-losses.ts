import type { Study } from '../../model/study.js';
import type { Loss } from '../exchange.js';

const keptInNote =
  'no field of REFI-QDA holds it: the note "themeloom" does, which other tools may drop when they save';
const keptInWords =
  'no field of REFI-QDA holds it: it stands in the description, from where our own import takes it';
const attributesElsewhere =
  'was not seen to take over attributes of cases from a file of another program: look after the import, and copy them by hand where they are missing';

/** What of a study has no field in a REFI-QDA project, and what the tools that read it are known to leave. */
export function listProjectLosses(study: Study): readonly Loss[] {
  const { quotes, decisions, participants, transcripts } = study;
  const kept: readonly (readonly [string, number])[] = [
    ['wording', quotes.filter(({ wording }) => wording !== undefined).length],
    ['important', quotes.filter(({ important }) => important === true).length],
    ['rejected decision', decisions.filter(({ applies }) => !applies).length],
    ['contradicting quote', decisions.filter(({ contradicts }) => contradicts === true).length],
    ['consent', participants.filter(({ consent }) => consent.known).length],
    ['interview date', transcripts.filter(({ date }) => date !== undefined).length],
    ['time of an utterance', countTimes(study)],
  ];
  const attributes = participants.flatMap((participant) =>
    Object.values(participant.attributes).filter((value) => value !== ''),
  ).length;
  const speakers = transcripts.reduce((sum, { utterances }) => sum + utterances.length, 0);
  const ofTools: readonly (readonly [string, string, number, string])[] = [
    ['ATLAS.ti', 'attribute', attributes, attributesElsewhere],
    ['MAXQDA', 'attribute', attributes, attributesElsewhere],
    ['Taguette', 'project', 1, 'reads no REFI-QDA file: give it the transcripts and themes by hand'],
    [
      'ATLAS.ti, MAXQDA, NVivo, QualCoder',
      'themeloom note',
      1,
      'is an ordinary memo there: where it is deleted, our own import lacks what only it holds',
    ],
  ];
  return [
    ...listThemeParts(study),
    ...kept.map(([element, count]) => ({ element, count, reason: keptInNote, kept: true })),
    {
      element: 'speaker of an utterance',
      count: speakers,
      reason:
        'REFI-QDA knows no speakers: each stands as a label in the text, and a participant’s words as selections of a case',
      kept: true,
    },
    {
      element: 'setting',
      count: 1,
      reason: 'study.yaml stays behind, but for the name of the study',
      kept: false,
    },
    ...ofTools.map(([tool, element, count, reason]) => ({ element, count, reason, kept: false, tool })),
  ].filter(({ count }) => count > 0);
}

/** What of a taxonomy has no field in a codebook. */
export function listCodebookLosses(study: Study): readonly Loss[] {
  const left: readonly (readonly [string, number])[] = [
    ['transcript', study.transcripts.length],
    ['quote', study.quotes.length],
    ['decision', study.decisions.length],
    ['memo', study.memos.length],
    ['participant', study.participants.length],
  ];
  const reason = 'a codebook holds themes only: export a .qdpx for the rest';
  return [
    ...listThemeParts(study),
    ...left.map(([element, count]) => ({ element, count, reason, kept: false })),
    {
      element: 'codebook',
      count: 1,
      reason: 'reads no REFI-QDA file: give it the themes by hand',
      kept: false,
      tool: 'Taguette',
    },
  ].filter(({ count }) => count > 0);
}

function listThemeParts({ taxonomy: { themes } }: Study): readonly Loss[] {
  const counted: readonly (readonly [string, number])[] = [
    ['inclusion rule', themes.filter(({ include }) => include !== '').length],
    ['exclusion rule', themes.filter(({ exclude }) => exclude !== '').length],
    ['keyword', themes.reduce((sum, theme) => sum + theme.keywords.length + theme.notKeywords.length, 0)],
    ['example', themes.reduce((sum, { examples }) => sum + examples.length, 0)],
  ];
  return counted.map(([element, count]) => ({ element, count, reason: keptInWords, kept: true }));
}

function countTimes({ transcripts }: Study): number {
  return transcripts.reduce(
    (sum, { utterances }) => sum + utterances.filter(({ startsAtMs }) => startsAtMs !== undefined).length,
    0,
  );
}
