/** Something that the file and the study say differently. The study's word stays. */
export type Conflict = {
  readonly what: 'theme' | 'participant' | 'transcript' | 'quote' | 'decision' | 'memo';
  /** Id in the study. */
  readonly id: string;
  /** What differs, without words of a transcript. */
  readonly message: string;
};
