import type { Clustering } from '../../model/cluster.js';
import type { Quote } from '../../model/quote.js';
import type { Study } from '../../model/study.js';
import { readDecided } from '../../taggers/decided/read-decided.js';
import { type CountedTexts, countTexts } from '../../text/count-texts.js';
import { clusterQuotes } from '../cluster-quotes.js';
import { findSpeaker } from '../find-speaker.js';
import { readSubjects, type Subjects } from './find-coverage.js';
import { gatherPassages, type PassageSourceName } from './gather-passages.js';

export type ClusterOptions = {
  /** The words of the study's quotes, where they have been counted already. */
  readonly counted?: CountedTexts;
  /** Overrules the number of clusters that is found from the passages. */
  readonly k?: number;
  readonly seed?: number;
  /** What is clustered; the marked quotes where it is missing. */
  readonly over?: PassageSourceName;
};

/** Clusters with what they were made of. */
export type StudyClustering = Clustering & {
  readonly over: PassageSourceName;
  readonly passages: readonly Quote[];
  /** By passage id the participant who alone says it. */
  readonly participantOf: ReadonlyMap<string, string>;
  /** By passage id the themes, of those that say what a quote is about, that people gave it. */
  readonly subjects: Subjects;
};

function findParticipants(study: Study, passages: readonly Quote[]): ReadonlyMap<string, string> {
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  return new Map(
    passages.flatMap(({ id, transcriptId, span }) => {
      const transcript = transcripts.get(transcriptId);
      const found = transcript === undefined ? undefined : findSpeaker(transcript, span);
      const isParticipant = found?.kind === 'one' && found.speaker.kind === 'participant';
      return isParticipant ? [[id, found.speaker.participantId] as const] : [];
    }),
  );
}

/** Clusters of the quotes of a study, or of other passages of it. */
export function clusterStudy(study: Study, options: ClusterOptions = {}): StudyClustering {
  const { counted, k, seed, over = 'marked' } = options;
  const { taxonomy, settings } = study;
  const { quotes, decisions } = gatherPassages(study, over);
  const count = () =>
    countTexts(
      quotes.map(({ exact }) => exact),
      settings.language,
    );
  const clustering = clusterQuotes({
    quotes,
    counted: over === 'marked' ? (counted ?? count()) : count(),
    taxonomy,
    decisions,
    language: settings.language,
    ...(k === undefined ? {} : { k }),
    ...(seed === undefined ? {} : { seed }),
  });
  return {
    ...clustering,
    over,
    passages: quotes,
    participantOf: findParticipants(study, quotes),
    subjects: readSubjects(taxonomy, readDecided(decisions)),
  };
}
