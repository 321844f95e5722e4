/** Who speaks. An `unknown` speaker keeps the label of the source (empty where it had none). */
export type Speaker =
  | { readonly kind: 'participant'; readonly participantId: string }
  | { readonly kind: 'interviewer' }
  | { readonly kind: 'unknown'; readonly label: string };
