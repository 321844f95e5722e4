import type { Participant } from '../model/participant.js';
import type { Study } from '../model/study.js';
import { renderAttribution } from './render-attribution.js';

export type Attributions = {
  /** What stands under a participant's quotes, by participant id. */
  readonly lines: ReadonlyMap<string, string>;
  /** Ids of the participants whose own line fits too few people: their code stands in its place. */
  readonly coarsened: readonly string[];
};

/** Stands in for every code, since a code tells no group. */
const ANYBODY = { id: '·' };

/**
 * The line that names each participant. One that fits fewer than `minimumGroupSize` of those who have not withdrawn gives
 * way to the participant's code, whatever the size of the study. Throws `ToolkitError` as `renderAttribution`.
 */
export function attributeParticipants({
  settings,
  participants,
}: Pick<Study, 'settings' | 'participants'>): Attributions {
  const { attribution, reports } = settings;
  const nameGroup = (participant: Participant) =>
    renderAttribution(attribution, { ...participant, ...ANYBODY });
  const sizes = new Map<string, number>();
  for (const participant of participants) {
    if (participant.consent.withdrawn !== undefined) continue;
    const group = nameGroup(participant);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  const isSmall = (group: string) =>
    group !== ANYBODY.id && (sizes.get(group) ?? 0) < reports.minimumGroupSize;
  const coarsened = new Set(
    participants.filter((participant) => isSmall(nameGroup(participant))).map(({ id }) => id),
  );
  return {
    lines: new Map(
      participants.map((participant) => [
        participant.id,
        coarsened.has(participant.id) ? participant.id : renderAttribution(attribution, participant),
      ]),
    ),
    coarsened: [...coarsened],
  };
}
