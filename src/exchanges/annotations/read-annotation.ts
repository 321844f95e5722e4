import { readName } from './annotation-names.js';
import { type JsonObject, readList, readObject, readString } from './read-json.js';

/** What one annotation says, whichever tool wrote it. */
export type AnnotationParts = {
  readonly words: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly near?: number;
  readonly source: string;
  readonly tags: readonly { readonly id?: string; readonly label: string }[];
  readonly note: string;
  /** Empty where it does not say. */
  readonly creator: string;
  readonly at: string;
  /** Only in files of our own. */
  readonly own?: { readonly id: string; readonly wording: string };
};

/** Selectors may be refined by others; deeper nesting is no file that a tool writes. */
const DEEPEST = 4;

/** An annotation of the Web Annotation Data Model. */
export function readWebAnnotation(item: JsonObject): AnnotationParts {
  const bodies = readList(item.body ?? item.bodyValue).flatMap((body) => readBody(body, item));
  const textsOf = (purpose: string) =>
    bodies.filter((body) => body.purpose === purpose && body.value !== '').map(({ value }) => value);
  const id = readName('quote', item.id ?? item['@id']);
  const comments = bodies.filter(({ purpose }) => purpose !== 'tagging' && purpose !== 'editing');
  return {
    ...readTarget(item.target),
    tags: bodies
      .filter(({ purpose, value }) => purpose === 'tagging' && value !== '')
      .map(({ theme, value }) => ({ ...(theme === undefined ? {} : { id: theme }), label: value })),
    note: comments.flatMap(({ value }) => (value === '' ? [] : value)).join('\n'),
    creator: nameCreator(item.creator),
    at: readString(item.created),
    ...(id === undefined ? {} : { own: { id, wording: textsOf('editing')[0] ?? '' } }),
  };
}

/** A row of what the Hypothesis API answers. */
export function readHypothesisRow(item: JsonObject): AnnotationParts {
  const { source, ...target } = readTarget(item.target);
  const user = readString(item.user);
  return {
    ...target,
    source: nameSource(source || readString(item.uri), item.document),
    tags: readList(item.tags).flatMap((tag) => (readString(tag) === '' ? [] : { label: readString(tag) })),
    note: readString(item.text),
    creator: /^acct:([^@]+)/.exec(user)?.[1] ?? user,
    at: readString(item.created),
  };
}

/** A PDF from somebody's disk is called by its fingerprint (`urn:x-pdf:…`): its title says more. */
function nameSource(address: string, document: unknown): string {
  const title = readString(readList(readObject(document)?.title)[0]);
  return address.startsWith('urn:') && title !== '' ? title : address;
}

function readBody(body: unknown, { motivation }: JsonObject) {
  if (typeof body === 'string') return [{ purpose: 'commenting', value: body.trim(), theme: undefined }];
  const object = readObject(body);
  if (object === undefined) return [];
  const usual = readList(motivation).includes('tagging') ? 'tagging' : 'commenting';
  return [
    {
      purpose: readString(object.purpose) || usual,
      value: readString(object.value).trim(),
      theme: readName('theme', object.id),
    },
  ];
}

type Target = Pick<AnnotationParts, 'words' | 'prefix' | 'suffix' | 'near' | 'source'>;

/** Of several targets, the first with words. */
function readTarget(target: unknown): Target {
  const empty: Target = { words: '', prefix: '', suffix: '', source: '' };
  const found = readList(target).map((one): Target => {
    const object = readObject(one);
    if (object === undefined) return { ...empty, source: readString(one) };
    const { source } = object;
    return {
      ...empty,
      ...readSelectors(object.selector, 0),
      source: readString(source) || readString(readObject(source)?.id),
    };
  });
  return found.find(({ words }) => words !== '') ?? found[0] ?? empty;
}

function readSelectors(value: unknown, depth: number): Partial<Target> {
  if (depth > DEEPEST) return {};
  let found: Partial<Target> = {};
  for (const one of readList(value)) {
    const selector = readObject(one);
    if (selector === undefined) continue;
    found = { ...found, ...readSelector(selector), ...readSelectors(selector.refinedBy, depth + 1) };
  }
  return found;
}

function readSelector({ type, exact, prefix, suffix, start }: JsonObject): Partial<Target> {
  if (type === 'TextQuoteSelector')
    return { words: readString(exact), prefix: readString(prefix), suffix: readString(suffix) };
  const isPlace = type === 'TextPositionSelector' && typeof start === 'number' && Number.isSafeInteger(start);
  return isPlace ? { near: start } : {};
}

function nameCreator(creator: unknown): string {
  const [first] = readList(creator);
  const object = readObject(first);
  if (object === undefined) return readString(first);
  return readString(object.nickname) || readString(object.name) || readString(object.id);
}
