import type { Notice } from '../model/notice.js';
import type { Participant } from '../model/participant.js';
import { renderAttribution } from '../pipeline/render-attribution.js';
import type { SettingsReading } from './read-settings.js';
import { tellCaution } from './tell.js';
import { tryReading } from './try-reading.js';

/**
 * What is wrong with the line that names a participant under a quote: an attribute that nobody recorded, or a line
 * that fits fewer participants than `minimumGroupSize`, by which somebody may be recognised.
 */
export function checkAttribution(
  settings: SettingsReading,
  participants: readonly Participant[],
): readonly Notice[] {
  const { attribution, reports } = settings.value;
  if (attribution === undefined) return [];
  const place = settings.locate(['attribution'], 'key');
  const { value: groups, notices } = tryReading<ReadonlyMap<string, number>>(place.file, new Map(), () => ({
    value: countLines(participants, attribution),
    notices: [],
  }));
  const small = [...groups].filter(([, count]) => count < reports.minimumGroupSize).map(([line]) => line);
  const located = notices.map((notice) => ({ ...notice, place }));
  // In a study of fewer people no line could fit enough of them.
  if (small.length === 0 || participants.length < reports.minimumGroupSize) return located;
  const message = `the attribution line fits fewer than ${reports.minimumGroupSize} participants (minimumGroupSize) in ${small.length} of its forms, e.g. "${small[0]}": would a reader know who that is? Name fewer attributes, or coarser ones`;
  return [...located, tellCaution('small-attribution-group', place, message)];
}

/** How many participants share each line; a participant of whom nothing is recorded is named by code and shares none. */
function countLines(participants: readonly Participant[], attribution: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const participant of participants) {
    const line = renderAttribution(attribution, participant);
    if (line !== participant.id) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}
