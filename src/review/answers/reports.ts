import { exchanges, listOfficeFormats, reports } from '../../index.js';
import { consentScopeSchema } from '../../model/participant.js';
import type { ReportsView } from '../messages/comparing.js';
import type { Desk } from './desk.js';

/** What each report is for, in a line. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  themes: 'Every theme with the quotes that stand for it',
  voices: 'Dreams, fears, pain points and obstacles, theme by theme',
  patterns: 'Who speaks of what, and what goes together',
  participants: 'One page a participant: what each of them speaks of',
  article: 'Numbered themes with quotes and commentary, to be published',
  'quote-bank': 'Every quote that may be printed, with its themes',
  codebook: 'The taxonomy with its rules and an example each',
  agreement: 'How far coders agree, theme by theme',
  'teaching-pack': 'Quotes and questions for a course',
  methods: 'How the study was coded, to be put into a paper',
};

function listExports(): ReportsView['exports'] {
  const extensions = new Map<string, string[]>();
  for (const { label, extensions: own, write } of exchanges) {
    const first = own[0];
    if (write !== undefined && first !== undefined)
      extensions.set(first, [...(extensions.get(first) ?? []), label]);
  }
  return Array.from(extensions, ([extension, labels]) => ({
    extension,
    description: labels[0] ?? extension,
  }));
}

/** What can be made of the study, for whom, and what it can be handed over as. */
export function answerReports({ reading: { study } }: Desk): ReportsView {
  return {
    reports: reports.map((report) => ({
      id: report.id,
      description: DESCRIPTIONS[report.id] ?? report.label,
      formats: [...report.formats, ...listOfficeFormats(report)],
    })),
    consents: [...consentScopeSchema.values],
    consent: study.settings.reports.consent,
    exports: listExports(),
  };
}
