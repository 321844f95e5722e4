import { z } from 'zod';
import { ToolkitError } from '../errors.js';
import { suggestNearest } from '../text/did-you-mean.js';
import { agreement } from './agreement.js';
import { article } from './article.js';
import { codebook } from './codebook.js';
import { methods } from './methods.js';
import { participants } from './participants.js';
import { patterns } from './patterns.js';
import { quoteBank } from './quote-bank.js';
import type { Report } from './report.js';
import { teachingPack } from './teaching-pack.js';
import { themes } from './themes.js';
import { voices } from './voices.js';

/** Every kind of report, in the order in which they are written. */
export const reports: readonly Report[] = [
  themes,
  voices,
  patterns,
  participants,
  article,
  quoteBank,
  codebook,
  agreement,
  teachingPack,
  methods,
];

/** The report of an id; throws `ToolkitError` for an unknown one. */
export function findReport(id: string): Report {
  const report = reports.find((one) => one.id === id);
  if (report !== undefined) return report;
  const ids = reports.map((one) => one.id);
  const near = suggestNearest(id, ids);
  throw new ToolkitError('unknown-report', `there is no report "${id}"`, {
    hint: near === undefined ? `There are: ${ids.join(', ')}.` : `Did you mean "${near}"?`,
  });
}

/** The JSON schema of a report's data: the contract for its templates. Throws `ToolkitError` for an unknown id. */
export function describeReport(id: string) {
  return z.toJSONSchema(findReport(id).schema);
}
