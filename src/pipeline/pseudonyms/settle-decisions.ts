import { ToolkitError } from '../../errors.js';
import {
  changesText,
  type IdentifierDecision,
  type IdentifierVerdict,
} from '../../model/identifier-decision.js';
import type { SheetRow } from './decision-sheet.js';
import { maskText } from './mask-text.js';
import { bareWords, countPseudonym, isCounted, isFitForText, nameKind } from './name-pseudonym.js';
import { refuseConflicts } from './refuse-conflicts.js';
import { foldIdentifier } from './split-runs.js';

export type SettleInput = {
  /** Rows of which each is decided. */
  readonly rows: readonly SheetRow[];
  /** What was decided before; a row for the same string replaces it. */
  readonly known: readonly IdentifierDecision[];
  /** Folded pseudonyms that stand in the originals already. */
  readonly taken: ReadonlySet<string>;
  /** Ids of the study's participants, which are pseudonyms as they are. */
  readonly participantIds: ReadonlySet<string>;
  /** Folded names that the study's settings hold, whether they stand in an original or not: no pseudonym is one. */
  readonly names?: ReadonlySet<string>;
  /** Name of the sheet, for errors. */
  readonly sheet: string;
  /** ISO 8601, now. */
  readonly at: string;
  /** The coder. */
  readonly by: string;
};

/**
 * A study's decisions after a sheet: those before, and one for each row, with its pseudonym. Throws `ToolkitError` with the
 * row's line and without a name: `missing-replacement`, `bad-replacement`, `unknown-same-as`, `same-as-circle`,
 * `pseudonym-shared`, `pseudonym-holds-name`.
 */
export function settleDecisions(input: SettleInput): readonly IdentifierDecision[] {
  const { rows, known, sheet, at, by } = input;
  const open = new Map<string, OpenDecision>();
  for (const decision of known)
    open.set(foldIdentifier(decision.text), { ...decision, sameAs: decision.sameAs ?? '', line: undefined });
  for (const row of rows) open.set(foldIdentifier(row.text), openRow(row, sheet));
  const used = new Set([
    ...input.taken,
    ...[...open.values()].flatMap(({ replacement }) =>
      isNumbered(replacement) ? foldIdentifier(replacement) : [],
    ),
  ]);
  const named = new Map<string, string>();
  for (const [key, decision] of open)
    if (changesText(decision.decision) && decision.sameAs === '')
      named.set(key, nameDecision(decision, used, input.participantIds));
  const settled = [...open].map(([key, decision]) => {
    const root = findRoot(key, open, sheet);
    const replacement = changesText(decision.decision) ? (named.get(root) ?? '') : '';
    return { key, root, decision, replacement };
  });
  refuseConflicts(
    settled.map(({ root, decision: { text, decision, line }, replacement }) => ({
      text,
      decision,
      root,
      replacement,
      place: { file: sheet, ...(line === undefined ? {} : { line }) },
    })),
    input.names,
  );
  return settled.map(({ decision: { text, kind, decision, sameAs, ...rest }, replacement }) => ({
    text,
    kind,
    decision,
    replacement,
    ...(sameAs === '' || !changesText(decision) ? {} : { sameAs }),
    at: rest.at ?? at,
    by: rest.by ?? by,
  }));
}

type OpenDecision = {
  readonly text: string;
  readonly kind: string;
  readonly decision: IdentifierVerdict;
  readonly replacement: string;
  /** Empty for a string of its own. */
  readonly sameAs: string;
  readonly at?: string;
  readonly by?: string;
  /** Line of the sheet; absent for what was decided before. */
  readonly line: number | undefined;
};

const isNumbered = (replacement: string) => replacement !== '' && isCounted(bareWords(replacement));

function openRow({ text, kind, decision, sameAs, replacement, line }: SheetRow, file: string): OpenDecision {
  const verdict = decision ?? 'replace';
  const bare = bareWords(replacement);
  const place = { file, line };
  if (changesText(verdict) && bare !== '' && !isFitForText(bare)) {
    throw new ToolkitError(
      'bad-replacement',
      `${file}: the replacement of ${maskText(text)} cannot stand in every transcript`,
      {
        hint: "Write letters, digits, spaces and . ' ( ) / - only, in at most 80 characters.",
        place,
      },
    );
  }
  if (verdict === 'generalise' && bare === '' && sameAs === '') {
    throw new ToolkitError('missing-replacement', `${file}: ${maskText(text)} is generalised to nothing`, {
      hint: 'Write into its column replacement what it becomes, e.g. City in northern England.',
      place,
    });
  }
  return { text, kind, decision: verdict, sameAs, replacement: bare === '' ? '' : `[${bare}]`, line };
}

function nameDecision(
  { kind, decision, replacement }: OpenDecision,
  used: Set<string>,
  participantIds: ReadonlySet<string>,
): string {
  const bare = bareWords(replacement);
  const isWhole = decision === 'generalise' || isCounted(bare) || isCode(bare) || participantIds.has(bare);
  if (bare !== '' && isWhole) return `[${bare}]`;
  const pseudonym = countPseudonym(bare === '' ? nameKind(kind) : bare, used);
  used.add(foldIdentifier(pseudonym));
  return pseudonym;
}

/** A participant's id such as `P07`. */
const isCode = (bare: string) => /^\S*\d$/.test(bare);

/** The key of the string that a string is the same as, and that one, and so on. */
function findRoot(key: string, open: ReadonlyMap<string, OpenDecision>, file: string): string {
  const seen = new Set<string>();
  let at = key;
  for (;;) {
    const decision = open.get(at);
    const { sameAs = '', line, text = '' } = decision ?? {};
    if (decision === undefined || sameAs === '' || !changesText(decision.decision)) return at;
    seen.add(at);
    const next = foldIdentifier(sameAs);
    const place = { file, ...(line === undefined ? {} : { line }) };
    const owner = open.get(next);
    if (owner === undefined || !changesText(owner.decision)) {
      throw new ToolkitError(
        'unknown-same-as',
        `${file}: what ${maskText(text)} is the same as is not replaced`,
        {
          hint: 'Write a string into same_as that is replaced or generalised itself, or leave it empty.',
          place,
        },
      );
    }
    if (seen.has(next)) {
      throw new ToolkitError(
        'same-as-circle',
        `${file}: ${maskText(text)} is the same as itself in the end`,
        {
          hint: 'Leave same_as empty for one of these strings.',
          place,
        },
      );
    }
    at = next;
  }
}
