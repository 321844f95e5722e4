/** One theme as coefficients take it, with what is told beside every value of it. */
export type RatedTheme<Data> = {
  readonly theme: string;
  readonly facts: ThemeFacts;
  /**
   * What a coefficient takes if each unit counts so many times. It may use the memory of the last one again: what it
   * gave before is no longer to be read.
   */
  readonly weigh: (counts: Float64Array) => Data;
  /** By unit: which row of a rating table it has; missing where the data is no such table. */
  readonly rowOf?: Uint32Array;
};

/** As in `CoefficientFigures`. */
export type ThemeFacts = {
  readonly observed: number | null;
  readonly prevalence: number | null;
  readonly n: number;
};
