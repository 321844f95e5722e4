import type { Notice } from '../model/notice.js';
import type { Format, SourceText } from './format.js';
import { hasDecimalComma, readArrowTimes, readCaptions } from './turns/read-captions.js';
import { recogniseCaptions } from './turns/recognise-captions.js';
import type { CueLine } from './turns/split-cues.js';

const header = /^\uFEFF?WEBVTT(?:\s|$)/;
/** A comment that a person may have written: not one of those that Microsoft Stream adds to every caption. */
const remark = /(?<=^|\n\n)NOTE(?![^\n]*(?:[Cc]onfidence|duration|language|recognizability)\s*:)(?=\s)/g;
const commentBlock = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/** Captions as Zoom, Teams, Stream, Meet and Whisper write them, with or without the `WEBVTT` line. */
export const webVtt: Format = {
  id: 'web-vtt',
  label: 'WebVTT captions',
  extensions: ['.vtt'],
  recognise: ({ text }) => {
    if (header.test(text)) return 1;
    return recogniseCaptions(text, (line) => (hasDecimalComma(line) ? undefined : readArrowTimes(line)));
  },
  read: (source) => {
    const reading = readCaptions(source, { readTimes: readArrowTimes, namedIds: true, dropComments });
    return { ...reading, notices: [...reading.notices, ...tellRemarks(source)] };
  },
};

/** Drops the header, comments, styles and regions: each reaches to the next blank line. */
function dropComments(lines: readonly CueLine[]): readonly CueLine[] {
  let inComment = false;
  return lines.filter(({ text, line, afterBlank }) => {
    if (afterBlank) inComment = commentBlock.test(text) || (line === 1 && header.test(text));
    return !inComment;
  });
}

function tellRemarks({ name, text }: SourceText): readonly Notice[] {
  const remarks = [...text.matchAll(remark)];
  const [first] = remarks;
  if (first === undefined) return [];
  return [
    {
      severity: 'info',
      code: 'comments-skipped',
      message: `${remarks.length} NOTE comment(s) are not part of the interview; move them into a caption if they are.`,
      place: { file: name, line: text.slice(0, first.index).split('\n').length },
    },
  ];
}
