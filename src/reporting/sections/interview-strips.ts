import { groupByParticipant } from '../coding/group-by-participant.js';
import { groupTaggings } from '../coding/group-taggings.js';
import { outlineThemes } from '../coding/outline-themes.js';
import { listSubjectThemes } from '../coding/voices.js';
import type { ReportInput } from '../report.js';

/** Drawing one takes some hundredths of a second, and a page with hundreds is not read. */
export const MOST_STRIPS = 60;

/** Where the quotes of one person lie in one interview; a quote of two themes stands there twice. */
export type LaidStrip = {
  readonly figureId: string;
  readonly participantId: string;
  readonly transcriptId: string;
  /** In UTF-16 units of the transcript. */
  readonly length: number;
  /** `theme` is a label, empty for a quote without a theme. */
  readonly quotes: readonly { readonly start: number; readonly end: number; readonly theme: string }[];
};

/** A strip for each person and interview, in the order of the participants; at most `MOST_STRIPS`. */
export function layOutStrips(input: ReportInput): readonly LaidStrip[] {
  const coding = groupTaggings(input);
  const themes = outlineThemes(listSubjectThemes(input.study.taxonomy)).map(({ theme }) => theme);
  const lengths = new Map(input.study.transcripts.map(({ id, text }) => [id, text.length]));
  const interviews = groupByParticipant(input, coding).flatMap(({ id, quoteIds, transcriptIds }) =>
    transcriptIds.map((transcriptId) => ({ id, quoteIds, transcriptId })),
  );
  return interviews.slice(0, MOST_STRIPS).map(({ id, quoteIds, transcriptId }, index) => ({
    figureId: `figure-interview-${index + 1}`,
    participantId: id,
    transcriptId,
    length: lengths.get(transcriptId) ?? 0,
    quotes: quoteIds.flatMap((quoteId) => {
      const quote = input.publishable.get(quoteId);
      if (quote?.transcriptId !== transcriptId) return [];
      const labels = themes.flatMap((theme) =>
        coding.accepted.get(theme.id)?.has(quoteId) ? [theme.label] : [],
      );
      return (labels.length === 0 ? [''] : labels).map((theme) => ({ ...quote.span, theme }));
    }),
  }));
}
