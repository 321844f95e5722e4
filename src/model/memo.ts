/** The researcher's commentary on a theme, and the questions that go with it. Both are Markdown. */
export type Memo = {
  readonly themeId: string;
  readonly commentary: string;
  readonly questions: readonly string[];
};
