import { ToolkitError } from '../errors.js';
import { checkShape, type ShapeProblem } from '../model/check-shape.js';
import type { Notice } from '../model/notice.js';
import { type Settings, settingsSchema } from '../model/settings.js';
import { readColour } from '../text/read-colour.js';
import { explainProblem } from './explain-problem.js';
import { readText } from './read-file.js';
import { locateProblem, readYaml, type YamlReading } from './read-yaml.js';
import { studyFiles } from './study-files.js';
import { tellCaution } from './tell.js';

/** A line that would be right, by the first key of a path in `study.yaml`. */
const examples: Readonly<Record<string, string>> = {
  name: 'name: What separates effective tech leads',
  approach: 'approach: codebook',
  language: 'language: en',
  coder: 'coder: ana',
  interviewers: 'interviewers: [Interviewer, INT]',
  speakers: 'speakers: { Dana R.: P03 }',
  transcripts: 'transcripts: { call.vtt: { participant: P07, date: 2026-03-02 } }',
  marks: 'marks: { yellow: define-success, "#c6e0b4": fear }',
  attribution: 'attribution: "{{role}}, {{company_size}}"',
  reports:
    'reports: { folder: reports, quotesPerTheme: 3, consent: publication, minimumGroupSize: 3, spread: [role] }',
  publish: 'publish: { keep: [Slack, "Stack Overflow"] }',
  verify: 'verify: { fillersMayGo: true }',
  changes: 'changes: [{ date: 2026-03-01, what: codebook, note: split one theme in two }]',
};

export type SettingsReading = {
  readonly value: Settings;
  readonly notices: readonly Notice[];
  readonly locate: YamlReading['locate'];
};

/**
 * Reads `study.yaml`. An unknown key is a notice; everything else that is wrong throws `ToolkitError` (`no-study`,
 * `yaml-syntax`, `settings-unusable`), since a guessed setting could publish what nobody agreed to.
 */
export function readSettings(folder: string): SettingsReading {
  const { yaml, value, problems, notices } = checkSettings(folder);
  const isUsable = problems.every(({ code }) => code === 'unknown-key');
  if (value === undefined || !isUsable) throw refuseSettings(problems);
  return {
    value,
    notices: [...notices, ...problems, ...tellNoColours(value, yaml)],
    locate: yaml.locate,
  };
}

export type CheckedSettings = {
  readonly yaml: YamlReading;
  /** Absent where too little can be used. */
  readonly value?: Settings;
  /** What is wrong with keys and values, each at its place. */
  readonly problems: readonly Notice[];
  /** The first keys of the paths at which a value is wrong or missing. */
  readonly badKeys: ReadonlySet<string>;
  /** What is odd about the file itself. */
  readonly notices: readonly Notice[];
};

/** `study.yaml` with all that is wrong in it. Throws `ToolkitError` `no-study`, `yaml-syntax`, and as `readText` does. */
export function checkSettings(folder: string): CheckedSettings {
  const file = studyFiles.settings;
  const reading = readText(folder, file);
  if (reading === undefined) {
    throw new ToolkitError('no-study', `${folder} is not a study: there is no ${file} in it`, {
      hint: 'Name the study with --study DIR, or make one with "themeloom init DIR".',
      place: { file },
    });
  }
  const yaml = readYaml(file, reading.text);
  const { value, problems } = checkShape(settingsSchema, yaml.value ?? {});
  const bad = problems.filter(({ kind }) => kind !== 'unknown-key');
  return {
    yaml,
    ...(value === undefined ? {} : { value }),
    problems: problems.map((problem) =>
      explainProblem(problem, locateProblem(yaml, problem), findExample(problem)),
    ),
    badKeys: new Set(bad.map(({ path }) => String(path[0]))),
    notices: reading.notices,
  };
}

/** Keys of `marks:` that no mark can have. */
function tellNoColours({ marks = {} }: Settings, { locate }: YamlReading): readonly Notice[] {
  return Object.keys(marks)
    .filter((written) => readColour(written) === undefined)
    .map((written) => {
      const message = `"${written}" is no colour that words can be marked with: write yellow, green, "#c6e0b4" or the like`;
      return tellCaution('unknown-colour', locate(['marks', written], 'key'), message);
    });
}

const findExample = ({ path }: ShapeProblem) => examples[String(path[0])] ?? 'name: Tech leads 2026';

function refuseSettings(problems: readonly Notice[]): ToolkitError {
  const [first] = problems;
  const list = problems.map(({ message, place }) => `line ${place.line}: ${message}`).join('; ');
  return new ToolkitError('settings-unusable', `${studyFiles.settings} cannot be used: ${list}`, {
    hint: `Mend ${studyFiles.settings}, or begin with one that works: themeloom init DIR.`,
    ...(first === undefined ? {} : { place: first.place }),
  });
}
