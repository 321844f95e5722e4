import type { Notice } from '../model/notice.js';
import type { Participant } from '../model/participant.js';
import type { Settings } from '../model/settings.js';
import { attributeParticipants } from '../pipeline/attribute-participants.js';
import { renderAttribution } from '../pipeline/render-attribution.js';
import type { SettingsReading } from './read-settings.js';
import { tellCaution, tellInfo } from './tell.js';
import { tryReading } from './try-reading.js';

/**
 * What is wrong with the line that names a participant under a quote: an attribute that nobody recorded, or a line
 * that fits fewer participants than `minimumGroupSize`, so that their codes are printed in its place.
 */
export function checkAttribution(
  settings: SettingsReading,
  participants: readonly Participant[],
): readonly Notice[] {
  const { attribution, reports } = settings.value;
  if (attribution === undefined) return [];
  const place = settings.locate(['attribution'], 'key');
  const { value: lines, notices } = tryReading<readonly string[]>(place.file, [], () => ({
    value: listSmallLines(settings.value, participants),
    notices: [],
  }));
  const located = notices.map((notice) => ({ ...notice, place }));
  if (lines.length === 0) return located;
  const message = `the attribution line fits fewer than ${reports.minimumGroupSize} participants (minimumGroupSize) for ${lines.length} of ${participants.length}, e.g. "${lines[0]}": reports print their codes in its place. Name fewer attributes, or coarser ones, to have a line for all`;
  // In a study of fewer people no line could fit enough of them.
  const tell = participants.length < reports.minimumGroupSize ? tellInfo : tellCaution;
  return [...located, tell('small-attribution-group', place, message)];
}

function listSmallLines(settings: Settings, participants: readonly Participant[]): readonly string[] {
  const coarsened = new Set(attributeParticipants({ settings, participants }).coarsened);
  return participants
    .filter(({ id }) => coarsened.has(id))
    .map((participant) => renderAttribution(settings.attribution, participant));
}
