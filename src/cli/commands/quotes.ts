import type { Command } from 'commander';
import type { PulledQuotes } from '../../index.js';
import type { ConsentScope } from '../../model/participant.js';
import { describeBalance, describeCarrier } from '../describe-balance.js';
import { describeQuotes } from '../describe-findings.js';
import { describeUndecided } from '../describe-leaks.js';
import type { Door } from '../door.js';
import { addKeyOptions, type KeyOptions } from '../open-key.js';
import { openStudy, printJson } from '../open-study.js';
import {
  addStudyOptions,
  collectPair,
  makeConsentOption,
  readCount,
  type StudyOptions,
} from '../read-options.js';
import { guardRun } from '../run-guarded.js';
import type { Shell } from '../shell.js';

type QuotesOptions = StudyOptions &
  KeyOptions & {
    readonly theme?: string;
    readonly voice?: string;
    readonly where?: Readonly<Record<string, string>>;
    readonly participant?: string;
    readonly limit?: number;
    readonly maxPerParticipant?: number;
    readonly balance?: boolean;
    readonly consent?: ConsentScope;
  };

/** `themeloom quotes [WORDS]`: pulls representative quotes. */
export function addQuotes(command: Command, shell: Shell): void {
  const { door } = shell;
  const run = guardRun(shell);
  command
    .description('Pulls representative quotes that may be published for the use named by --consent.')
    .argument('[words]', 'words that the quote holds')
    .option('-t, --theme <id>', 'accepted for this theme or one below it')
    .option('--voice <id>', 'accepted for this voice, e.g. fear')
    .option(
      '--where <attribute=value>',
      'said by participants with this attribute; may be repeated',
      collectPair,
    )
    .option('-p, --participant <id>', 'said by this participant')
    .option('-n, --limit <number>', 'how many', readCount)
    .option('--max-per-participant <number>', 'how many of one person', readCount)
    .option('--balance', 'also tell who says how much of it, against whose quotes were picked')
    .addOption(makeConsentOption());
  addStudyOptions(
    addKeyOptions(command),
    'themeloom quotes --theme define-success --where role="tech lead" --limit 3',
  ).action((words: string | undefined, options: QuotesOptions) =>
    run(async () => {
      const { library, reading, today } = await openStudy(options, door);
      const { theme, voice, where, participant, limit, maxPerParticipant, consent } = options;
      const pulled = library.pullQuotes(reading.study, {
        today,
        scope: consent ?? reading.study.settings.reports.consent,
        where: { words, theme, voice, attributes: where ?? {}, participant },
        limit,
        maxPerParticipant,
        withBalance: options.balance,
        decided: reading.decided,
      });
      const balance = options.balance ? pulled.balance : undefined;
      if (options.json) printJson(library.listQuotes(pulled.quotes, pulled.leftOut, balance), door);
      else for (const line of describePulled(pulled, options)) door.print(`${line}\n`);
      if (!options.quiet) tellPulled(pulled, options, door);
      return 0;
    }),
  );
}

function describePulled({ quotes, balance }: PulledQuotes, options: QuotesOptions): readonly string[] {
  return [...describeQuotes(quotes), ...(options.balance ? ['', ...describeBalance(balance)] : [])];
}

function tellPulled(pulled: PulledQuotes, { theme }: QuotesOptions, door: Door): void {
  const caution = door.colours.yellow('caution');
  door.tell(door.colours.dim(countPulled(pulled)));
  const carrier = theme === undefined ? undefined : describeCarrier(pulled.balance);
  if (carrier !== undefined) door.tell(`${caution} ${carrier}`);
  if (pulled.undecided.length > 0) door.tell(`${caution} ${describeUndecided(pulled.undecided)}`);
}

function countPulled({ quotes, leftOut }: PulledQuotes): string {
  const found = quotes.length === 0 ? 'no quote to print' : `${quotes.length} quotes`;
  return leftOut.length === 0 ? found : `${found}; ${leftOut.length} left out ("--json" says why)`;
}
