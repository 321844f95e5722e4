import type { Decision } from '../../model/decision.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import type { Transcript } from '../../model/transcript.js';
import { referToNote } from './build-codes.js';
import { countPoints } from './count-points.js';
import type { LaidSource } from './lay-source.js';
import { makeGuid } from './make-guid.js';
import { nameDecision } from './name-decision.js';
import type { XmlDraft } from './write-xml.js';

/** Code points of a passage that its selection is named by. */
const LONGEST_NAME = 120;

/** `TextSource` of each transcript, with its quotes and what each participant says as selections. */
export function buildSources(study: Study, sources: ReadonlyMap<string, LaidSource>): readonly XmlDraft[] {
  const quotes = groupBy(study.quotes, ({ transcriptId }) => transcriptId);
  const decisions = groupBy(
    study.decisions.filter(({ applies }) => applies),
    ({ quoteId }) => quoteId,
  );
  const known = new Set(study.participants.map(({ id }) => id));
  return study.transcripts.flatMap((transcript) => {
    const source = sources.get(transcript.id);
    if (source === undefined) return [];
    const toPoint = countPoints(source.text);
    const guid = makeGuid('transcript', transcript.id);
    return [
      {
        name: 'TextSource',
        attributes: { guid, name: transcript.id, plainTextPath: `internal://${guid}.txt` },
        children: [
          ...(quotes.get(transcript.id) ?? []).map((quote) =>
            buildQuote(quote, { source, toPoint, decisions: decisions.get(quote.id) ?? [] }),
          ),
          ...buildTurns(transcript, { source, toPoint, known }),
        ],
      },
    ];
  });
}

type QuoteContext = {
  readonly source: LaidSource;
  readonly toPoint: (offset: number) => number;
  readonly decisions: readonly Decision[];
};

function buildQuote(quote: Quote, { source, toPoint, decisions }: QuoteContext): XmlDraft {
  const { id, span, note, by, at } = quote;
  const guid = makeGuid('quote', id);
  const [from, to] = [source.toSource(span.start, 'start'), source.toSource(span.end, 'end')];
  const description = describeQuote(quote);
  return {
    name: 'PlainTextSelection',
    attributes: {
      guid,
      name: cutName(source.text.slice(from, to)),
      startPosition: String(toPoint(from)),
      endPosition: String(toPoint(to)),
      creatingUser: by === undefined ? undefined : makeGuid('coder', by),
      creationDateTime: at,
    },
    children: [
      description === '' ? undefined : { name: 'Description', children: [description] },
      ...decisions.map(buildCoding),
      ...(note === undefined || note === '' ? [] : [referToNote(makeGuid('note', 'quote', id))]),
    ],
  };
}

function buildCoding(decision: Decision): XmlDraft {
  const { themeId, coder, decidedAt, note } = decision;
  const names = nameDecision(decision);
  return {
    name: 'Coding',
    attributes: {
      guid: makeGuid('decision', ...names),
      creatingUser: makeGuid('coder', coder),
      creationDateTime: decidedAt === '' ? undefined : decidedAt,
    },
    children: [
      { name: 'CodeRef', attributes: { targetGUID: makeGuid('theme', themeId) } },
      ...(note === undefined || note === '' ? [] : [referToNote(makeGuid('note', 'decision', ...names))]),
    ],
  };
}

/** What a reader elsewhere should know of a quote. */
export function describeQuote({ wording, important }: Pick<Quote, 'wording' | 'important'>): string {
  return [
    ...(wording === undefined ? [] : [`Published as: ${wording}`]),
    ...(important === true ? ['Picked as important'] : []),
  ].join('\n');
}

/** Of a passage over several turns it has the labels too, so that whoever reads it can hold it against the text. */
function cutName(passage: string): string {
  const words = passage.replace(/\s+/g, ' ').trim();
  const points = [...words.slice(0, LONGEST_NAME * 2)];
  return points.length <= LONGEST_NAME ? words : `${points.slice(0, LONGEST_NAME - 1).join('')}…`;
}

type TurnContext = Pick<QuoteContext, 'source' | 'toPoint'> & {
  /** Ids of the participants who have a case. */
  readonly known: ReadonlySet<string>;
};

/** A selection without coding for each thing that a participant says: their case refers to these. */
function buildTurns(
  { id, utterances }: Transcript,
  { source: { turns }, toPoint, known }: TurnContext,
): readonly XmlDraft[] {
  return utterances.flatMap(({ speaker }, index) => {
    const turn = turns[index];
    if (speaker.kind !== 'participant' || !known.has(speaker.participantId) || turn === undefined) return [];
    return [
      {
        name: 'PlainTextSelection',
        attributes: {
          guid: makeGuid('utterance', id, String(index)),
          name: `${speaker.participantId} speaks`,
          startPosition: String(toPoint(turn.start)),
          endPosition: String(toPoint(turn.end)),
        },
      },
    ];
  });
}

export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
