/** How many looks a mark can have. */
const LOOKS = 8;

/** A number of an id alone: FNV-1a over its UTF-16 units, then mixed as in MurmurHash3, since ids often differ in one letter. */
function hashId(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** So many that follow each other all look different. Of more, a new theme would recolour many of those after it. */
const DISTINCT = 4;

/**
 * A look from 1 to 8 for each theme. It comes of the theme's id, so that adding or moving another theme leaves nearly all as
 * they are; only where one of the three before it in the taxonomy looks so, a theme has the next look that is free.
 */
export function chooseLooks(ids: readonly string[]): ReadonlyMap<string, number> {
  const looks = new Map<string, number>();
  let latest: readonly number[] = [];
  for (const id of ids) {
    let look = (hashId(id) % LOOKS) + 1;
    while (latest.includes(look)) look = (look % LOOKS) + 1;
    latest = [...latest.slice(-(DISTINCT - 2)), look];
    looks.set(id, look);
  }
  return looks;
}
