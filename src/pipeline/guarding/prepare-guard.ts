import type { IdentifierDecision } from '../../model/identifier-decision.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import { CONTEXT_UNITS } from '../../reporting/printing/cut-context.js';
import { type FoundLeak, findByForm, findSought, type SoughtStrings, seekStrings } from './find-leaks.js';
import { findDatesAndAges, listNames } from './find-undecided.js';
import { listKept } from './list-kept.js';
import { listNameVariants } from './list-name-variants.js';

/** What is looked for in every text that goes out. */
export type Guard = {
  /** What tells somebody for certain. */
  readonly findSure: (text: string) => readonly FoundLeak[];
  /** What waits for a person's word. */
  readonly findOpen: (text: string) => readonly FoundLeak[];
  readonly kept: SoughtStrings;
};

export type GuardParts = {
  readonly study: Study;
  /** The quotes whose words go out. */
  readonly quotes: readonly Quote[];
  readonly decisions: readonly IdentifierDecision[];
  /** Whether what nobody decided on is to be found exactly, which takes the dictionary. */
  readonly isStrict: boolean;
  /** Whether whole transcripts go out, and not only quotes with what was said around them. */
  readonly isWhole?: boolean;
};

export function prepareGuard(parts: GuardParts): Guard {
  const { study, decisions, isStrict } = parts;
  const names = seekStrings(listNameVariants(decisions));
  const isSpoken = (address: string) => study.transcripts.some(({ text }) => text.includes(address));
  return {
    findSure: (text) => [...findSought(text, names), ...findByForm(text, isSpoken)],
    findOpen: isStrict ? prepareNames(parts) : findDatesAndAges,
    kept: seekStrings(listKept(study.settings.publish.keep, decisions)),
  };
}

/** Names are found where they are said, with all the words around them, and looked for in all that goes out. */
function prepareNames({ study, quotes, isWhole = false }: GuardParts): Guard['findOpen'] {
  const said = isWhole ? study.transcripts.map(({ text }) => text) : listUtterances(study, quotes);
  const texts = [...said, listOwnTexts(study)];
  const names = seekStrings(listNames(texts, study.settings.language));
  return (text) => [...findSought(text, names), ...findDatesAndAges(text)];
}

/** One text a transcript: the utterances that some quotes, with what is printed around them, are part of. */
function listUtterances({ transcripts }: Study, quotes: readonly Quote[]): readonly string[] {
  const byTranscript = new Map<string, Quote[]>();
  for (const quote of quotes) {
    const own = byTranscript.get(quote.transcriptId);
    if (own === undefined) byTranscript.set(quote.transcriptId, [quote]);
    else own.push(quote);
  }
  return transcripts.flatMap(({ id, text, utterances }) => {
    const spans = (byTranscript.get(id) ?? [])
      .map(({ span }) => ({ start: span.start - CONTEXT_UNITS, end: span.end + CONTEXT_UNITS }))
      .sort((a, b) => a.start - b.start);
    const touched: string[] = [];
    let next = 0;
    for (const { span } of utterances) {
      while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
      if ((spans[next]?.start ?? Number.POSITIVE_INFINITY) < span.end)
        touched.push(text.slice(span.start, span.end));
    }
    return touched.length === 0 ? [] : [touched.join('\n')];
  });
}

/** What the researcher writes: memos, themes, attributes, and the edited form of quotes. */
function listOwnTexts({ settings, memos, taxonomy, participants, quotes }: Study): string {
  return [
    settings.name,
    ...memos.flatMap(({ commentary, questions }) => [commentary, ...questions]),
    ...taxonomy.dimensions.map(({ label }) => label),
    ...taxonomy.themes.flatMap(({ label, description, include, exclude, examples }) => [
      label,
      description,
      include,
      exclude,
      ...examples,
    ]),
    ...participants.flatMap(({ attributes }) => Object.values(attributes)),
    ...quotes.flatMap(({ wording }) => wording ?? []),
  ].join('\n');
}
