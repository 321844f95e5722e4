import { givenNames, mostlyNames } from './given-names.js';
import { packedCommonWords } from './packed-common-words.js';
import { packedNames } from './packed-names.js';
import { unpackWords } from './unpack-words.js';

export type Dictionary = {
  /** Common English words in lower case; some are names too (`mark`, `rose`). */
  readonly words: ReadonlySet<string>;
  /** Names of people and places in lower case; some are common words too. */
  readonly names: ReadonlySet<string>;
};

const known = new Map<'english', Dictionary>();

/** The English dictionary, unpacked when it is first asked for: about 20 ms. */
export function openDictionary(): Dictionary {
  const opened = known.get('english') ?? {
    words: withoutNames(unpackWords(packedCommonWords)),
    names: new Set([...unpackWords(packedNames), ...givenNames, ...mostlyNames]),
  };
  known.set('english', opened);
  return opened;
}

function withoutNames(words: ReadonlySet<string>): ReadonlySet<string> {
  const left = new Set(words);
  for (const name of mostlyNames) left.delete(name);
  return left;
}
