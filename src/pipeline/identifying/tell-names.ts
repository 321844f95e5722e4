import type { Casing } from '../../identifiers/names/measure-casing.js';
import type { Notice } from '../../model/notice.js';
import type { Language } from '../../model/settings.js';

export type ReadFile = {
  /** Inside `transcripts/`. */
  readonly file: string;
  readonly casing: Casing;
  /** Lines that have nothing but capitals in a text that is cased. */
  readonly shouted: number;
  /** Names in the file's own name. */
  readonly names: readonly string[];
};

/** Where names are likely to be missed, and where a file's name holds one. */
export function tellNames(files: readonly ReadFile[], language: Language): readonly Notice[] {
  return [
    ...(language === 'en' || files.length === 0 ? [] : [tellLanguage(language)]),
    ...files.flatMap(({ file, casing }) => (casing === 'cased' ? [] : [tellCasing(file, casing)])),
    ...files.flatMap(({ file, casing, shouted }) =>
      casing === 'cased' && shouted > 0 ? [tellShouted(file, shouted)] : [],
    ),
    ...files.flatMap(({ file, names }) => (names.length === 0 ? [] : [tellFileName(file, names)])),
  ];
}

function tellCasing(file: string, casing: 'lower' | 'upper'): Notice {
  const has = casing === 'lower' ? 'hardly any capitals' : 'nothing but capitals';
  return {
    severity: 'caution',
    code: 'low-confidence-names',
    message: `low confidence: this text has ${has}, so names were looked for by dictionary and introductions, and some are missed; read it before you call it safe`,
    place: { file: `transcripts/${file}` },
  };
}

function tellShouted(file: string, shouted: number): Notice {
  const lines = shouted === 1 ? 'one line has' : `${shouted} lines have`;
  return {
    severity: 'caution',
    code: 'low-confidence-names',
    message: `low confidence: ${lines} nothing but capitals, so names were looked for there by dictionary and introductions, and some are missed; read them before you call it safe`,
    place: { file: `transcripts/${file}` },
  };
}

function tellLanguage(language: Language): Notice {
  const how =
    language === 'de'
      ? 'German writes every noun with a capital, so only names of the lists and those that are introduced are found'
      : 'there is no dictionary for this language, so names at the start of sentences may be missed';
  return {
    severity: 'caution',
    code: 'low-confidence-names',
    message: `low confidence: ${how}; read the transcripts before you call them safe`,
    place: { file: 'study.yaml' },
  };
}

function tellFileName(file: string, names: readonly string[]): Notice {
  return {
    severity: 'caution',
    code: 'name-in-file-name',
    message: `the file's name may tell who somebody is (${names.join(', ')}): it is the transcript's id in every output; rename the file`,
    place: { file: `transcripts/${file}` },
  };
}
