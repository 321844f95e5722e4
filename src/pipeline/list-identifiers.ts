import type { NameHint, StudyWords } from '../identifiers/identifier.js';
import { findShoutedLines } from '../identifiers/names/find-shouted-names.js';
import { measureCasing } from '../identifiers/names/measure-casing.js';
import { prepareNames } from '../identifiers/names/prepare-names.js';
import { readKey } from '../identifiers/names/read-key.js';
import type { Notice } from '../model/notice.js';
import type { Language } from '../model/settings.js';
import type { Transcript } from '../model/transcript.js';
import { type FoundIdentifier, findAllIdentifiers } from './find-identifiers.js';
import { tellNames } from './identifying/tell-names.js';
import { hidePseudonyms } from './pseudonyms/hide-pseudonyms.js';

export type IdentifierSearch = {
  readonly transcripts: readonly Transcript[];
  readonly language: Language;
  /** Names that the study knows, such as speakers' labels: found in lower case too. */
  readonly knownNames?: readonly string[];
  /** What was decided of a string before, as `seekVerdicts` gives it. */
  readonly decided?: (text: string) => string | undefined;
};

export type PlacedIdentifier = FoundIdentifier & {
  readonly transcriptId: string;
  readonly decided: boolean;
};

/** One string that a person decides once, wherever it stands. */
export type DistinctIdentifier = {
  /** See `keyIdentifier`. */
  readonly key: string;
  readonly kind: string;
  /** As it stands where it was found first. */
  readonly text: string;
  readonly candidate: boolean;
  readonly hint?: NameHint;
  readonly count: number;
  /** In how many transcripts it stands. */
  readonly transcripts: number;
  readonly first: { readonly transcriptId: string; readonly start: number };
  /** What was decided, as given. */
  readonly decision?: string;
};

export type IdentifierList = {
  /** Every occurrence, by transcript and place. */
  readonly found: readonly PlacedIdentifier[];
  /** By kind as they first occur, most frequent first within a kind. */
  readonly distinct: readonly DistinctIdentifier[];
  readonly notices: readonly Notice[];
};

/** Under which an identifier is listed once (`seekVerdicts` tells what was decided): its kind and its words in lower case, without possessive and accents. */
export function keyIdentifier({ kind, text }: Pick<FoundIdentifier, 'kind' | 'text'>): string {
  return `${kind} ${readKey(text.replace(/\s+/gu, ' '))}`;
}

/**
 * Every identifier in the transcripts of a study, names included, with what was decided before; a pseudonym in brackets,
 * such as `[Person 1]`, is none. Loads the English part-of-speech model where the study is English.
 */
export async function listIdentifiers(search: IdentifierSearch): Promise<IdentifierList> {
  const { transcripts, language, knownNames = [], decided = () => undefined } = search;
  const texts = transcripts.map(({ text }) => hidePseudonyms(text));
  const words = await prepareNames({ texts, language, knownNames });
  const found = transcripts.flatMap(({ id, text }) =>
    findAllIdentifiers(hidePseudonyms(text), words).map((identifier) => ({
      ...identifier,
      transcriptId: id,
      decided: decided(identifier.text) !== undefined,
    })),
  );
  return { found, distinct: groupIdentifiers(found, decided), notices: tellAll(search, words) };
}

function tellAll({ transcripts, language }: IdentifierSearch, words: StudyWords): readonly Notice[] {
  const files = transcripts.map(({ file, text }) => ({
    file,
    casing: measureCasing(text),
    shouted: findShoutedLines(text).length,
    names: findAllIdentifiers(readFileName(file), words).flatMap(({ kind, text: name }) =>
      kind === 'name' ? [name] : [],
    ),
  }));
  return tellNames(files, language);
}

/** A file's name as words: without folder and extension. */
const readFileName = (file: string) =>
  file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.[^.]+$/u, '')
    .replace(/[_-]+/gu, ' ');

function groupIdentifiers(
  found: readonly PlacedIdentifier[],
  decided: (text: string) => string | undefined,
): readonly DistinctIdentifier[] {
  const groups = new Map<string, PlacedIdentifier[]>();
  for (const identifier of found) {
    const key = keyIdentifier(identifier);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [identifier]);
    else group.push(identifier);
  }
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  return [...groups]
    .flatMap(([key, group]) => summariseGroup(key, group, decided(group[0]?.text ?? '')))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.count - a.count);
}

function summariseGroup(
  key: string,
  group: readonly PlacedIdentifier[],
  decision: string | undefined,
): readonly DistinctIdentifier[] {
  const [first] = group;
  if (first === undefined) return [];
  const hint = group.find((identifier) => identifier.hint !== undefined)?.hint;
  return [
    {
      key,
      kind: first.kind,
      text: first.text,
      candidate: first.candidate,
      ...(hint === undefined ? {} : { hint }),
      count: group.length,
      transcripts: new Set(group.map(({ transcriptId }) => transcriptId)).size,
      first: { transcriptId: first.transcriptId, start: first.span.start },
      ...(decision === undefined ? {} : { decision }),
    },
  ];
}
