import type { Library } from './open-study.js';

type IdentityCard = Awaited<ReturnType<Library['summariseCheck']>>['identity'][number];

/** What a reader can put together of each participant, and how many people all of it fits. */
export function describeIdentity(cards: readonly IdentityCard[]): readonly string[] {
  if (cards.length === 0) return ['nothing of anybody may be printed for this use'];
  return [
    ...cards.flatMap(describeCard),
    'k counts participants of this study who share all of it; a reader may know more, and a large k is no promise',
  ];
}

function describeCard({ participant, facts, smallestGroup, of, drop }: IdentityCard): readonly string[] {
  const meaning = smallestGroup === 1 ? ': alone with this combination' : '';
  const share = ({ fact, source, group }: IdentityCard['facts'][number]) =>
    `    ${fact} (${source}): ${group} of ${of}`;
  return [
    `${participant}: k = ${smallestGroup} of ${of}${facts.length === 0 ? ': nothing tells this participant from others' : meaning}`,
    ...facts.map(share),
    ...(drop === null ? [] : [`    without "${drop.fact}" (${drop.source}): ${drop.leaves} of ${of}`]),
  ];
}

/** What `check --identity --json` prints. */
export function listIdentity(cards: readonly IdentityCard[]) {
  return {
    identity: cards.map(({ participant, facts, smallestGroup, of, drop }) => ({
      participant,
      facts,
      smallestGroup,
      of,
      drop,
    })),
  };
}
