import type { Notice } from '../model/notice.js';
import type { LintInput } from './lint-codebook.js';
import { listAttributes } from './patterns/group-by-attribute.js';
import { layCoding, listUnder } from './patterns/lay-coding.js';
import { tellBalance } from './picking/tell-balance.js';
import { settleTaggings } from './settle-taggings.js';

/**
 * What keeps the quotes of a report from being balanced: themes that one of several people carries (all that are of one
 * person are told by `lintCodebook`), and attributes to spread quotes over that nobody has.
 */
export function checkPicking({ study, themePlaces }: LintInput): readonly Notice[] {
  const coding = layCoding({
    study,
    taggings: settleTaggings(study.decisions, []),
    countable: new Map(study.quotes.map((quote) => [quote.id, quote])),
    countedParticipants: study.participants
      .filter(({ consent }) => consent.withdrawn === undefined)
      .map(({ id }) => id),
  });
  const participantOf = new Map(
    coding.quotes.flatMap(({ id }, row) => {
      const participant = coding.participants[coding.speakers[row] ?? -1];
      return participant === undefined ? [] : [[id, participant.id] as const];
    }),
  );
  const carried = coding.themes.flatMap(({ id }): readonly Notice[] => {
    const quoteIds = [...listUnder(coding, id)].flatMap((row) => coding.quotes[row]?.id ?? []);
    const balance = tellBalance({ quoteIds, participantOf, participants: [], minimumGroupSize: 1 });
    const [first] = balance.participants;
    if (first === undefined || balance.carriedBy === null || balance.participants.length < 2) return [];
    const message = `one person carries the theme "${id}": ${first.participant} has ${first.quotes} of ${balance.quotes} quotes. Look whether others say it too, and say so where they do not`;
    const place = themePlaces.get(id) ?? { file: 'taxonomy.yaml' };
    return [{ severity: 'caution', code: 'theme-carried-by-one', message, place }];
  });
  return [...carried, ...tellUnknownSpread(study)];
}

function tellUnknownSpread({ settings, participants }: LintInput['study']): readonly Notice[] {
  const known = listAttributes(participants);
  return settings.reports.spread
    .filter((attribute) => !known.includes(attribute))
    .map((attribute) => ({
      severity: 'caution',
      code: 'unknown-attribute',
      message: `quotes cannot be spread over "${attribute}": participants.csv has no such column${known.length === 0 ? '' : `. There are: ${known.join(', ')}`}`,
      place: { file: 'study.yaml' },
    }));
}
