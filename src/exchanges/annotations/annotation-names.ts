/** The vocabulary of the Web Annotation Data Model (W3C, 2017). */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Names of our own things in annotations: nobody can look them up, and no other tool has them. */
const names = {
  quote: 'urn:themeloom:quote:',
  theme: 'urn:themeloom:theme:',
  source: 'urn:themeloom:transcript:',
};

export const nameAs = (kind: keyof typeof names, id: string) => `${names[kind]}${encodeURIComponent(id)}`;

/** The id in such a name; undefined where it is none of ours. */
export function readName(kind: keyof typeof names, name: unknown): string | undefined {
  if (typeof name !== 'string' || !name.startsWith(names[kind])) return undefined;
  try {
    return decodeURIComponent(name.slice(names[kind].length).split('#')[0] ?? '');
  } catch {
    return undefined;
  }
}
