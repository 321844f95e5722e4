import type { Command } from 'commander';
import type { ConsentScope } from '../../model/participant.js';
import { describeCheckedDraft } from '../describe-check.js';
import { openStudy, printJson } from '../open-study.js';
import { addStudyOptions, makeConsentOption, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';

type VerifyOptions = StudyOptions & {
  readonly all?: boolean;
  readonly consent?: ConsentScope;
};

/** `themeloom verify FILE…`: checks the quotations in drafts. */
export function addVerify(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Finds every quotation of a draft in the transcripts, and says whether its words are those of one participant who agreed to this use.\nEnds with 1 where one is neither verbatim nor edited by marks alone, or may not be used.',
    )
    .argument('<files...>', 'drafts: .md, .txt or .html')
    .option('--all', 'also check sentences without quote marks that look lifted')
    .addOption(makeConsentOption());
  addStudyOptions(command, 'themeloom verify article.md --consent publication').action(
    (files: readonly string[], options: VerifyOptions) =>
      run(async () => {
        const { library, reading, today } = await openStudy(options, door);
        const { study } = reading;
        const transcripts = library.prepareTranscripts(study.transcripts);
        const drafts = files.map((file) => library.readDraft(library.resolveFolder(door.folder, file)));
        const checked = drafts.map((draft) =>
          library.checkDraft({
            study,
            transcripts,
            draft,
            today,
            scope: options.consent ?? study.settings.reports.consent,
            all: options.all === true,
          }),
        );
        if (options.json) printJson(library.listQuotations(checked), door);
        else {
          for (const [index, draft] of checked.entries())
            for (const line of describeCheckedDraft(draft, drafts[index]?.file ?? ''))
              door.print(`${line}\n`);
        }
        const notices = checked.flatMap((draft) => draft.notices);
        showNotices(options.quiet ? notices.filter(({ severity }) => severity === 'error') : notices, door);
        return checked.every(({ ok }) => ok) ? 0 : 1;
      }),
  );
}
