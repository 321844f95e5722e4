import type { z } from 'zod';
import type { Notice, Place } from '../../index.js';
import type { NoticeView } from '../messages/common.js';
import type { problemsSchema } from '../messages/study.js';
import type { Desk } from './desk.js';

/** A problem's place as a person reads it: `taxonomy.yaml:3:5`. */
function namePlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

const showNotice = ({ severity, code, message, place }: Notice): NoticeView => ({
  severity,
  code,
  message,
  place: namePlace(place),
});

const order = ['error', 'caution', 'info'];

/** Every problem of every file, errors first. */
export function answerProblems({ reading }: Desk): z.infer<typeof problemsSchema> {
  const notices = reading.notices.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return { notices: notices.map(showNotice) };
}
