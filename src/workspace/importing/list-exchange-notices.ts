import type { ExchangedReading } from '../../exchanges/exchange.js';
import type { Notice } from '../../model/notice.js';
import type { MergePlan } from '../../pipeline/merge-exchanged.js';
import { tellCaution, tellInfo } from '../tell.js';

/** What is to be known of an import: passages that have shifted, are doubtful or an interviewer's, and codes made of names. */
export function listExchangeNotices(
  file: string,
  places: ExchangedReading['places'],
  plan: MergePlan,
): readonly Notice[] {
  const place = { file };
  return [
    ...(places.moved === 0
      ? []
      : [
          tellInfo(
            'passages-shifted',
            place,
            `${places.moved} passages stand elsewhere than the file says and were found again by their words`,
          ),
        ]),
    ...(places.doubtful === 0
      ? []
      : [
          tellCaution(
            'passages-doubtful',
            place,
            `${places.doubtful} passages are called otherwise than their words in the file: somebody renamed them, or they have shifted. Look at these quotes`,
          ),
        ]),
    ...tellInterviewers(file, plan.interviewers),
    ...plan.renamed.map(({ what, initials, id }) =>
      tellInfo(
        `${what}-renamed`,
        place,
        `a study keeps no names: the ${what} ${initials === '' ? 'without a name' : `"${initials}"`} is called ${id} here`,
      ),
    ),
  ];
}

/** As many transcripts are named. */
const MOST_NAMED = 5;

function tellInterviewers(
  file: string,
  { asked, interrupted }: MergePlan['interviewers'],
): readonly Notice[] {
  const total = [...asked.values()].reduce((sum, count) => sum + count, 0);
  const named = [...asked].slice(0, MOST_NAMED).map(([id, count]) => `${count} in ${id}`);
  const shown = `${named.join(', ')}${asked.size > MOST_NAMED ? ' …' : ''}`;
  const alone = `${total} passages hold nothing but an interviewer's words (${shown}): they are kept as somebody marked them, and never printed or counted as what a participant says. If somebody else speaks there, correct "interviewers" in study.yaml`;
  const beside = `${interrupted} passages hold an interviewer's words too: they are kept, and never printed. Mark what the participant says alone`;
  return [
    ...(total === 0 ? [] : [tellCaution('passages-of-interviewer', { file }, alone)]),
    ...(interrupted === 0 ? [] : [tellCaution('passages-with-interviewer', { file }, beside)]),
  ];
}
