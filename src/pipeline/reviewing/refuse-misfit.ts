import type { Change } from '../../model/history.js';
import type { Study } from '../../model/study.js';
import { applyThemes } from './apply-themes.js';
import { nameDecision } from './change-parts.js';
import { type Asked, findChanger, nameThing, tellChanger } from './find-changer.js';
import { isAt, nameChanged, openStudy } from './present-state.js';
import { refuseAction } from './refuse-action.js';
import type { KnownFiles } from './review-job.js';

/**
 * Refuses changes that the study as it is does not bear: a thing is no longer as `before` says, or something would be left
 * that rests on what goes. Throws `ToolkitError` `changed-since`.
 */
export function refuseMisfit(asked: Asked, changes: readonly Change[], coder: string): void {
  const { study, files } = asked;
  const find = openStudy(study, changes, files);
  const changed = changes.find((change) => !isAt(find(change), change, 'before'));
  if (changed !== undefined) {
    const changer = findChanger(asked, new Set([nameThing(changed)]));
    throw refuseChanged(changed, tellChanger(changer, coder));
  }
  refuseOrphans(study, changes, files);
  refuseNowhere(study, changes, files);
}

/** What was said of, or put below, something that goes, and would not go with it. */
function refuseOrphans(study: Study, changes: readonly Change[], files: KnownFiles | undefined): void {
  const going = changes.filter((change) => change.after === null);
  const quotes = new Set(going.flatMap((change) => (change.kind === 'quote' ? change.id : [])));
  const themes = new Set(going.flatMap((change) => (change.kind === 'theme' ? change.id : [])));
  if (quotes.size + themes.size === 0) return;
  const taken = new Set(changes.flatMap((change) => (change.kind === 'decision' ? nameChanged(change) : [])));
  const left = (files?.lastWords ?? study.decisions).find(
    (each) => (quotes.has(each.quoteId) || themes.has(each.themeId)) && !taken.has(nameDecision(each)),
  );
  if (left !== undefined)
    throw refuseSince(`${left.coder} decided on it since, and would lose that decision`);
  const next = new Set(applyThemes(study.taxonomy, changes).themes.map(({ id }) => id));
  const child = study.taxonomy.themes.find(({ id }) => !themes.has(id) && !next.has(id));
  if (child !== undefined) throw refuseSince(`the theme “${child.label}” was put below it since`);
  const isNoted = (theme: string) =>
    files?.memoTexts.has(theme) === true &&
    !changes.some((change) => change.kind === 'memo' && change.theme === theme);
  if ([...themes].some(isNoted)) throw refuseSince('it was given a memo since');
}

/** Decisions on a quote or theme that is gone, and themes whose place is gone. */
function refuseNowhere(study: Study, changes: readonly Change[], files: KnownFiles | undefined): void {
  const coming = changes.filter((change) => change.after !== null);
  const themes = new Set(applyThemes(study.taxonomy, changes).themes.map(({ id }) => id));
  const made = new Set(coming.flatMap((change) => (change.kind === 'quote' ? change.id : [])));
  const isQuote = (id: string) =>
    made.has(id) ||
    study.quotes.some((quote) => quote.id === id) ||
    files?.anchorings.some((found) => found.state === 'lost' && found.was.id === id) === true;
  const checked = new Map<string, boolean>();
  for (const change of coming) {
    if (change.kind === 'theme' && !themes.has(change.id)) throw refuseChanged(change);
    if (change.kind === 'memo' && !themes.has(change.theme)) throw refuseChanged(change);
    if (change.kind !== 'decision') continue;
    const isKnown = checked.get(change.quote) ?? isQuote(change.quote);
    checked.set(change.quote, isKnown);
    if (!isKnown) throw refuseSince('the quote was taken away since');
    if (!themes.has(change.theme)) throw refuseSince('the theme was taken away since');
  }
}

const what = {
  quote: 'the quote',
  decision: 'a decision',
  theme: 'the theme',
  memo: 'the memo',
  board: 'the order of its quotes',
};

function refuseChanged(change: Change, changer = ''): Error {
  const whose = change.kind === 'decision' ? ` of ${change.coder}` : '';
  return refuseSince(`${what[change.kind]}${whose} was changed since${changer}`);
}

const refuseSince = (why: string) =>
  refuseAction(
    'changed-since',
    `this cannot be taken back or done again: ${why}`,
    'Nothing was changed. Look at it as it is now, and change it by hand.',
  );
