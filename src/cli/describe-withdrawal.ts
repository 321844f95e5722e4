import type { WithdrawalResult } from '../workspace/withdraw-participant.js';

const countOf = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** A withdrawal in lines, done or planned; none of them holds anybody's words. */
export function describeWithdrawal(result: WithdrawalResult, isDrawn = true): readonly string[] {
  const { participant, done, removed, files, passages, cannotRecall, remaining, reports } = result;
  const counts = [
    countOf(removed.transcripts, 'transcript'),
    ...(removed.cutTranscripts > 0 ? [`turns in ${countOf(removed.cutTranscripts, 'group interview')}`] : []),
    countOf(removed.quotes, 'quote'),
    countOf(removed.decisions, 'decision'),
    countOf(removed.examples, 'example of themes', 'examples of themes'),
    countOf(removed.passages, 'passage in other texts', 'passages in other texts'),
    ...(removed.rows > 0
      ? [countOf(removed.rows, 'row of import-report.csv', 'rows of import-report.csv')]
      : []),
    countOf(removed.reports, 'report'),
  ].join(', ');
  const drawn = done ? (isDrawn ? 'were drawn anew' : 'are not drawn yet') : 'would be drawn anew';
  const redrawn = reports.length === 0 ? '' : `; the reports ${drawn}`;
  return [
    `${participant}: ${done ? 'taken out' : 'would be taken out'}: ${counts}${redrawn}`,
    ...(done ? [] : files.map((file) => `  ${file}`)),
    ...passages.map(
      ({ file, line }) =>
        `${done ? 'now' : 'would be'} [withdrawn] at ${file}:${line}: look at the sentence around it`,
    ),
    ...remaining.map(({ file, reason }) => `still to do: ${file}: ${reason}`),
    ...cannotRecall.map((what) => `cannot be recalled: ${what}`),
    ...(done
      ? [`what stays: id, day and counts in withdrawals.jsonl, and the id in participants.csv`]
      : ['nothing was changed: run it again with --yes']),
  ];
}
