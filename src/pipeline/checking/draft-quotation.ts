/** Words that a draft presents as somebody's. */
export type DraftQuotation = {
  /** `marks`: between quote marks; `block`: a block quote; `none`: a sentence that only looks lifted. */
  readonly kind: 'marks' | 'block' | 'none';
  /** More than one where an attribution interrupts it: in the source they follow one another. */
  readonly parts: readonly string[];
  /** 1-based line of the draft. */
  readonly line: number;
  /** Who the draft says it is, as ids of participants that may be meant; none where it says nothing. */
  readonly claim?: ReadonlySet<string>;
};
