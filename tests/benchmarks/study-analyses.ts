import { countQuotes } from '../../src/pipeline/analyse-study.js';
import { gatherReportInput } from '../../src/pipeline/gather-report-input.js';
import { makeReports } from '../../src/pipeline/make-reports.js';
import { settleTaggings } from '../../src/pipeline/settle-taggings.js';
import { readStudy } from '../../src/workspace/read-study.js';
import { readTemplates } from '../../src/workspace/read-templates.js';

/** Milliseconds of each analysis over a study on disk; `parsing` is what went before. */
export async function measureAnalyses(folder: string): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  let last = performance.now();
  const note = (name: string) => {
    const now = performance.now();
    times.set(name, now - last);
    last = now;
  };
  const { study, anchorings } = readStudy(folder);
  note('parsing');
  const counted = countQuotes(study);
  note('counting words');
  const taggings = settleTaggings(study.decisions, []);
  note('settling taggings');
  const clustering = {
    clusters: [],
    unclustered: [],
    k: 0,
    method: 'none',
    seed: 0,
    alsoFitting: [],
    notices: [],
  } as const;
  const analysis = { study, counted, suggestions: [], clustering, taggings };
  const input = gatherReportInput({ analysis, anchorings, consent: 'publication', today: '2026-06-01' });
  note('picking quotes');
  input.findPatterns();
  note('patterns');
  input.compareCoders();
  note('agreement');
  input.findConfusions();
  note('confusions');
  await makeReports({ input, kinds: ['themes'], templates: readTemplates(folder) });
  note('themes report');
  return times;
}

if (import.meta.filename === process.argv[1]) {
  for (const [name, time] of await measureAnalyses(process.argv[2] ?? 'data/sample'))
    console.log(`${name.padEnd(20)} ${(time / 1000).toFixed(2)} s`);
}
