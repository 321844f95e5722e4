/** One theme as coefficients take it, with what is told beside every value of it. */
export type RatedTheme<Data> = {
  readonly theme: string;
  readonly facts: ThemeFacts;
  /** What a coefficient takes if each unit counts so many times. */
  readonly weigh: (counts: Float64Array) => Data;
};

/** As in `CoefficientFigures`. */
export type ThemeFacts = {
  readonly observed: number | null;
  readonly prevalence: number | null;
  readonly n: number;
};
