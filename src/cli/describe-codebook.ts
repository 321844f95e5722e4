import type { Notice } from '../model/notice.js';
import { describePlace } from './describe-error.js';

/** Findings of a kind that are shown; `--json` has all. */
const MOST_SHOWN = 3;

/** What each kind of finding is about, in the order in which they are shown. */
const headings: Readonly<Record<string, string>> = {
  'themes-many': 'dimensions with more themes than are learned side by side',
  'themes-alike-by-name': 'themes that are called nearly the same',
  'themes-alike-by-quotes': 'themes that hold much the same quotes',
  'keyword-shared': 'keywords that siblings share',
  'theme-incomplete': 'themes that lack a description, a rule or an example',
  'theme-unused': 'themes without a quote',
  'theme-of-one-person': 'themes that one participant carries',
  'quotes-without-theme': 'transcripts with quotes that have no theme',
};

/** What could be better in the codebook: how many findings, and below it each kind with its first ones. */
export function describeCodebook(findings: readonly Notice[]): readonly string[] {
  if (findings.length === 0) return [];
  return [
    `codebook: ${findings.length} ${findings.length === 1 ? 'remark' : 'remarks'}`,
    ...Object.entries(headings).flatMap(([code, heading]) =>
      describeKind(
        heading,
        findings.filter((finding) => finding.code === code),
      ),
    ),
  ];
}

function describeKind(heading: string, findings: readonly Notice[]): readonly string[] {
  if (findings.length === 0) return [];
  const left = findings.length - MOST_SHOWN;
  return [
    `    ${heading}: ${findings.length}`,
    ...findings
      .slice(0, MOST_SHOWN)
      .map(({ place, message }) => `        ${describePlace(place)}  ${message}`),
    ...(left > 0 ? [`        and ${left} more: see --json`] : []),
  ];
}
