import type { Command } from 'commander';
import { describeClusters } from '../describe-findings.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, readCount, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';

type ClusterOptions = StudyOptions & { readonly k?: number };

/** `themeloom cluster` */
export function addCluster(command: Command, { door, run }: Shell): void {
  command
    .description('Groups alike quotes, as prompts for themes that the taxonomy may miss.')
    .option('-k, --k <number>', 'how many clusters (default: found from the quotes)', readCount);
  addStudyOptions(command, 'themeloom cluster --study my-study').action((options: ClusterOptions) =>
    run(async () => {
      const { library, reading } = await openStudy(options, door);
      const clustering = library.clusterStudy(reading.study, options.k === undefined ? {} : { k: options.k });
      if (options.json) printJson(library.listClusters(clustering), door);
      else for (const line of describeClusters(clustering, reading.study)) door.print(`${line}\n`);
      return 0;
    }),
  );
}
