import { type Command, InvalidArgumentError, Option } from 'commander';

/** The options that every command on a study takes. */
export type StudyOptions = {
  readonly study: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};

/** Adds `--study`, `--json` and `--quiet`, and an example at the end of the command's help. */
export function addStudyOptions(command: Command, example: string): Command {
  return command
    .option('-s, --study <dir>', 'the study folder', '.')
    .option('--json', 'print one JSON document on standard output')
    .option('-q, --quiet', 'say nothing but errors on standard error')
    .addHelpText('after', `\nExample:\n  ${example}`);
}

/** `--consent`, the use that printed quotes are for. */
export function makeConsentOption(): Option {
  return new Option(
    '--consent <scope>',
    'the use that quotes are printed for (default: that of study.yaml)',
  ).choices(['research', 'publication', 'teaching', 'public-web']);
}

/** Reads a whole number from 1; throws commander's own error for anything else. */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number from 1, e.g. 5.');
  return Number(text);
}

/** Reads `a,b` into its parts; empty parts are left out. */
export function readList(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Reads one `key=value` and adds it to those before; throws commander's own error where there is no `=`. */
export function collectPair(
  text: string,
  previous: Readonly<Record<string, string>> = {},
  example = 'role=staff',
): Readonly<Record<string, string>> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(`It must be written key=value, e.g. ${example}.`);
  return { ...previous, [text.slice(0, at).trim()]: text.slice(at + 1).trim() };
}

/** Reads `quote=Highlight,themes=Tags` into pairs. */
export function readPairs(text: string): Readonly<Record<string, string>> {
  return readList(text).reduce<Readonly<Record<string, string>>>(
    (pairs, part) => collectPair(part, pairs, 'quote=Highlight'),
    {},
  );
}
