import { type FittedModel, MODEL_FORMAT, MODEL_VERSION } from '../model/fitted-model.js';
import type { Notice } from '../model/notice.js';
import type { Quote } from '../model/quote.js';
import type { Study } from '../model/study.js';
import { learnPortable } from '../taggers/portable/learn-portable.js';
import { packModel } from '../taggers/portable/pack-model.js';
import { countTexts } from '../text/count-texts.js';
import { selectPublishable } from './select-publishable.js';

/** What a reader of the file is told about what it holds. */
const NOTE =
  'Holds, of what participants said, no sentence and no id: only word stems, runs of four letters and pairs of ' +
  'neighbouring stems that at least two participants used, sorted, and numbers. Themes, labels and keywords are the ' +
  "researcher's own and stand here as they are written in the taxonomy.";

export type FittedModelWithNotices = { readonly model: FittedModel; readonly notices: readonly Notice[] };

function numberVoices(quotes: readonly Quote[], participantOf: ReadonlyMap<string, string>): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(quotes, ({ id }) => {
    const participant = participantOf.get(id) ?? '';
    const number = numbers.get(participant) ?? numbers.size;
    numbers.set(participant, number);
    return number;
  });
}

function caution(code: string, message: string): Notice {
  return { severity: 'caution', code, message, place: { file: 'quotes.jsonl' } };
}

function listNotices(leftOut: number, { madeFrom, vocabulary }: FittedModel): readonly Notice[] {
  const { participants, codedQuotes } = madeFrom;
  return [
    ...(leftOut === 0
      ? []
      : [
          caution(
            'model-left-out',
            `${leftOut} quotes were not learned from: their speaker is not one known participant, withdrew, or gave no consent for research`,
          ),
        ]),
    ...(vocabulary.terms.length > 0
      ? []
      : [
          caution(
            'model-no-vocabulary',
            `no word was used by two participants (there are ${participants}): the model goes by the keywords of the taxonomy alone`,
          ),
        ]),
    ...(codedQuotes > 0
      ? []
      : [
          caution(
            'model-nothing-decided',
            'no quote has a decision: the model goes by what the taxonomy says of its themes',
          ),
        ]),
  ];
}

/**
 * The taggers of a study as one plain value that tags texts without the study. They learn only from quotes in which one
 * known participant speaks who consented to research, judged on the ISO day `today`; words of a single participant are
 * left out. The same study gives the same value.
 */
export function fitModel(study: Study, today: string): FittedModelWithNotices {
  const { taxonomy, decisions, settings } = study;
  const { publishable, participantOf, leftOut } = selectPublishable({ study, scope: 'research', today });
  const quotes = [...publishable.values()];
  const voices = numberVoices(quotes, participantOf);
  const counted = countTexts(
    quotes.map(({ exact }) => exact),
    settings.language,
  );
  const kept = decisions.filter(({ quoteId }) => publishable.has(quoteId));
  const portable = learnPortable({ quotes, counted, taxonomy, decisions: kept }, voices);
  const labels = new Map(taxonomy.dimensions.map(({ id, label }) => [id, label]));
  const model: FittedModel = {
    format: MODEL_FORMAT,
    version: MODEL_VERSION,
    note: NOTE,
    language: settings.language,
    madeFrom: {
      quotes: quotes.length,
      codedQuotes: portable.codedQuotes,
      transcripts: new Set(quotes.map(({ transcriptId }) => transcriptId)).size,
      participants: new Set(voices).size,
    },
    ...packModel(portable, { themes: taxonomy.themes, labelOf: (id) => labels.get(id) ?? id }),
  };
  return { model, notices: listNotices(leftOut.length, model) };
}
