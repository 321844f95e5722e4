import { type Command, Option } from 'commander';
import type { PassageSourceName } from '../../pipeline/clustering/gather-passages.js';
import { describeClusters } from '../describe-clusters.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, readCount, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';

type ClusterOptions = StudyOptions & {
  readonly k?: number;
  readonly seed?: number;
  readonly over: PassageSourceName;
};

/** `themeloom cluster` */
export function addCluster(command: Command, { door, run }: Shell): void {
  command
    .description('Groups alike quotes, as prompts for themes that the taxonomy may miss.')
    .option('-k, --k <number>', 'how many clusters (default: found from the quotes)', readCount)
    .option('--seed <number>', 'another number draws other starts (default: 1)', readCount)
    .addOption(
      new Option('--over <passages>', 'what is grouped')
        .choices(['marked', 'suggested', 'utterances'])
        .default('marked'),
    );
  addStudyOptions(command, 'themeloom cluster --study my-study').action((options: ClusterOptions) =>
    run(async () => {
      const { k, seed, over } = options;
      const { library, reading } = await openStudy(options, door);
      const clustering = library.clusterStudy(reading.study, {
        over,
        ...(k === undefined ? {} : { k }),
        ...(seed === undefined ? {} : { seed }),
      });
      if (options.json) printJson(library.listClusters(clustering), door);
      else for (const line of describeClusters(clustering)) door.print(`${line}\n`);
      if (options.quiet !== true) showNotices(clustering.notices, door);
      return 0;
    }),
  );
}
