/** The files of a study, relative to its folder. */
export const studyFiles = {
  settings: 'study.yaml',
  participants: 'participants.csv',
  taxonomy: 'taxonomy.yaml',
  quotes: 'quotes.jsonl',
  boards: 'boards.jsonl',
  history: 'history.jsonl',
  importReport: 'import-report.csv',
  lock: '.themeloom.lock',
} as const;

/** The folders of a study, relative to its folder. */
export const studyFolders = {
  transcripts: 'transcripts',
  decisions: 'decisions',
  memos: 'memos',
  templates: 'templates',
} as const;
