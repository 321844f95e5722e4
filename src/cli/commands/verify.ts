import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { ToolkitError } from '../../errors.js';
import type { ConsentScope } from '../../model/participant.js';
import { describeCheckedDraft } from '../describe-check.js';
import type { Door, ExitCode } from '../door.js';
import { type Library, type Opened, openStudy, printJson } from '../open-study.js';
import { addStudyOptions, makeConsentOption, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';

type VerifyOptions = StudyOptions & {
  readonly all?: boolean;
  readonly consent?: ConsentScope;
  readonly report?: string;
};

/** The report's path: of a known format, and none of the drafts. */
function locateReport(library: Library, report: string, drafts: readonly string[]): string {
  library.chooseVerificationFormat(report);
  if (!drafts.includes(report)) return report;
  throw new ToolkitError('report-is-draft', 'the report would replace the draft that it is about', {
    hint: 'Give it another name: --report checked.md',
    place: { file: report },
  });
}

function checkDrafts({ library, reading, today }: Opened, paths: readonly string[], options: VerifyOptions) {
  const { study } = reading;
  const transcripts = library.prepareTranscripts(study.transcripts);
  const scope = options.consent ?? study.settings.reports.consent;
  const drafts = paths.map((path) => {
    const draft = library.readDraft(path);
    const all = options.all === true;
    const checked = library.checkDraft({ study, transcripts, draft, today, scope, all });
    return { file: draft.file, countedIn: draft.countedIn, checked };
  });
  return { study, scope, drafts };
}

function writePage(
  { library, reading }: Opened,
  path: string,
  verified: ReturnType<typeof checkDrafts>,
): void {
  const templates = library.readTemplates(reading.folder);
  const content = library.renderVerification(verified, { file: basename(path), templates });
  library.writeReports(dirname(path), [{ name: basename(path), content }]);
}

async function verify(files: readonly string[], options: VerifyOptions, door: Door): Promise<ExitCode> {
  const opened = await openStudy(options, door);
  const { library } = opened;
  const paths = files.map((file) => library.resolveFolder(door.folder, file));
  const report =
    options.report === undefined
      ? undefined
      : locateReport(library, library.resolveFolder(door.folder, options.report), paths);
  const verified = checkDrafts(opened, paths, options);
  const checked = verified.drafts.map((draft) => draft.checked);
  if (report !== undefined) writePage(opened, report, verified);
  if (options.json) printJson(library.listQuotations(checked), door);
  else {
    for (const draft of verified.drafts)
      for (const line of describeCheckedDraft(draft.checked, draft.file)) door.print(`${line}\n`);
  }
  const notices = checked.flatMap((draft) => draft.notices);
  showNotices(options.quiet ? notices.filter(({ severity }) => severity === 'error') : notices, door);
  if (report !== undefined && !options.quiet) door.tell(`${door.colours.green('report')} ${report}`);
  return checked.every(({ ok }) => ok) ? 0 : 1;
}

/** `themeloom verify FILE…`: checks the quotations in drafts. */
export function addVerify(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Finds every quotation of a draft in the transcripts, and says whether its words are those of one participant who agreed to this use.\nA place in a Word document is the number of a paragraph.\nEnds with 1 where one is neither verbatim nor edited by marks alone, or may not be used.',
    )
    .argument('<files...>', 'drafts: .docx, .md, .txt or .html')
    .option('--all', 'also check sentences without quote marks that look lifted')
    .option('--report <file>', 'also write what was found to a file: .md or .html')
    .addOption(makeConsentOption());
  addStudyOptions(
    command,
    'themeloom verify article.docx --consent publication --report checked.html',
  ).action((files: readonly string[], options: VerifyOptions) => run(() => verify(files, options, door)));
}
