import type { Command } from 'commander';
import type { PseudonymiseResult } from '../../index.js';
import { askDecisions, type Desk } from '../ask-decisions.js';
import { askPassphrase } from '../ask-passphrase.js';
import type { Door } from '../door.js';
import { type Library, loadLibrary, printJson } from '../open-study.js';
import { addStudyOptions, type StudyOptions } from '../read-options.js';
import type { Shell } from '../shell.js';
import { showNotices } from '../show-notices.js';

type AnonymizeOptions = StudyOptions & {
  readonly key: string;
  readonly passphraseFile?: string;
  readonly decisions?: string;
  readonly review?: boolean;
};

/** The terminal on which it is asked. */
type Screen = Pick<Desk, 'input' | 'write' | 'width'>;

/** `themeloom anonymize FILE… --key KEYFILE` */
export function addAnonymize(command: Command, { door, run }: Shell, screen: Screen = findScreen()): void {
  command
    .description(
      'Replaces names and other identifiers by pseudonyms such as [Person 2], the same in every file of the study, and ' +
        'writes the result into transcripts/. At a terminal it asks about each string; elsewhere it writes a sheet. The originals stay as they are; the encrypted key file alone knows who is who.',
    )
    .argument('<files...>', 'the originals, kept outside the study')
    .requiredOption(
      '--key <file>',
      'the key file, outside the study and outside any repository; made if it is not there',
    )
    .option('--passphrase-file <file>', 'a file with the passphrase, in place of asking on the terminal')
    .option('--decisions <file>', 'a sheet of decisions in place of questions (default: beside the key file)')
    .option('--review', 'put what was decided before into the sheet, to change it');
  addStudyOptions(command, 'themeloom anonymize ~/originals/P07.txt --key ~/keys/my-study.key').action(
    (files: readonly string[], options: AnonymizeOptions) =>
      run(async () => {
        const library = await loadLibrary();
        const folder = library.resolveFolder(door.folder, options.study);
        const path = library.resolveFolder(door.folder, options.key);
        const asked = { library, door, folder, path, options, screen };
        const passphrase = await findPassphrase(asked);
        const request = {
          folder,
          files: files.map((file) => library.resolveFolder(door.folder, file)),
          key: { path, passphrase },
          at: door.now().toISOString(),
        };
        if (canAsk(asked) && !(await decideAll(asked, request))) return 1;
        const result = await library.pseudonymiseFiles({
          ...request,
          ...(options.decisions === undefined
            ? {}
            : { sheet: library.resolveFolder(door.folder, options.decisions) }),
          review: options.review === true,
        });
        if (options.json) printJson(result, door);
        else for (const line of describeResult(result)) door.print(`${line}\n`);
        if (!options.quiet) showNotices(result.notices, door);
        return result.undecided > 0 || result.sheet !== null ? 1 : 0;
      }),
  );
}

type Asked = {
  readonly library: Library;
  readonly door: Door;
  readonly folder: string;
  /** Of the key file. */
  readonly path: string;
  readonly options: AnonymizeOptions;
  readonly screen: Screen;
};

const findScreen = (): Screen => ({
  input: process.stdin,
  write: (text) => process.stderr.write(text),
  width: process.stderr.columns ?? 80,
});

/** Questions are for a person at a terminal who wants no sheet. */
function canAsk({ door, options, screen: { input } }: Asked): boolean {
  const wantsSheet = options.decisions !== undefined || options.review === true;
  const isScript = options.json === true || options.quiet === true;
  return (
    door.isTerminal && input.isTTY === true && input.setRawMode !== undefined && !wantsSheet && !isScript
  );
}

/** Asks for what is not decided; false where somebody stops. A sheet that was begun goes first. */
async function decideAll(
  { library, door, screen }: Asked,
  request: Parameters<Library['openAsking']>[0],
): Promise<boolean> {
  const { openAsking, saveAnswer: save, undoAnswer: undo } = library;
  const asking = await openAsking(request);
  if (asking.hasSheet || asking.questions.length === 0) return true;
  const desk = { ...screen, colours: door.colours, now: door.now, save, undo };
  return askDecisions(asking, desk);
}

async function findPassphrase({ library, door, folder, path, options }: Asked): Promise<string> {
  const isNew = !library.holdsKeyFile(path, folder);
  return options.passphraseFile === undefined
    ? library.checkPassphrase(await askPassphrase(isNew, door.tell))
    : library.readPassphraseFile(library.resolveFolder(door.folder, options.passphraseFile), folder);
}

function describeResult({
  sheet,
  undecided,
  decided,
  written,
  unchanged,
}: PseudonymiseResult): readonly string[] {
  if (sheet !== null) {
    return [
      `${undecided} strings need a decision, ${decided} have one; nothing was written into the study`,
      `look over ${sheet}: replace, generalise, keep or not-a-name in each row; then run the same command again`,
      'the sheet holds real names: it is removed once its decisions are in the key file',
    ];
  }
  return [
    ...written.map(({ file, replaced }) => `pseudonymised: ${file} (${replaced} places)`),
    ...unchanged.map((file) => `unchanged: ${file}`),
    `${decided} strings are decided. As long as the key file exists these are pseudonymised, not anonymous, and still personal data.`,
  ];
}
