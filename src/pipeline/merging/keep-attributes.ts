export type KeptAttributes = {
  readonly kept: Readonly<Record<string, string>>;
  /** Names of those that a study has no place for, or a meaning of its own. */
  readonly refused: readonly string[];
};

/** Columns that a study refuses, and those that say who agreed to what: nobody's consent comes from another tool. */
const reserved = /^(?:name|e_?mail|phone|id|consent|consent_until|withdrawn)$/;

/**
 * The attributes of a participant of another tool as `participants.csv` can hold them. What a spreadsheet would take for a
 * formula begins with an apostrophe there; numbers such as -3 are none.
 */
export function keepAttributes(attributes: Readonly<Record<string, string>>): KeptAttributes {
  const isReserved = (name: string) => reserved.test(name.toLowerCase().replace(/[\s-]+/g, '_'));
  const entries = Object.entries(attributes);
  return {
    kept: Object.fromEntries(
      entries.filter(([name]) => !isReserved(name)).map(([name, value]) => [guard(name), guard(value)]),
    ),
    refused: entries.map(([name]) => name).filter(isReserved),
  };
}

function guard(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:[.,]\d+)*$/.test(cell) ? `'${cell}` : cell;
}
