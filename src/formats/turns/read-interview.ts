import type { FormatReading, SourceText } from '../format.js';
import type { TextLine } from './draft-turn.js';
import type { FrontMatter } from './read-front-matter.js';
import { readLabelledText } from './read-labelled-text.js';
import { readMarks } from './read-marks.js';
import type { InlineSyntax } from './scan-inline.js';

export type InterviewSource = {
  readonly source: SourceText;
  readonly frontMatter: FrontMatter;
  /** What stands below the front matter, without the signs of the format's blocks. */
  readonly lines: readonly TextLine[];
  readonly syntax: InlineSyntax;
};

/** Reads a source that is one interview in labelled lines, with the passages marked in it. */
export function readInterview({ source, frontMatter, lines, syntax }: InterviewSource): FormatReading {
  const labelled = readLabelledText(lines, { file: source.name, labels: source.labels });
  const { turns, marks, notices } = readMarks(labelled.drafts, { syntax, file: source.name });
  const { participant, date } = frontMatter;
  const interview = {
    ...(participant === undefined ? {} : { participant }),
    ...(date === undefined ? {} : { date }),
    turns,
    marks,
    cues: turns.filter(({ startsAtMs }) => startsAtMs !== undefined).length,
  };
  return { interviews: [interview], notices: [...frontMatter.notices, ...labelled.notices, ...notices] };
}
