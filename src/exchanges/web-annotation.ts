import { holdsAnnotations, readAnnotations } from './annotations/read-annotations.js';
import { writeAnnotations } from './annotations/write-annotations.js';
import type { Exchange } from './exchange.js';

/** Annotations of the Web Annotation Data Model, in and out, and of Hypothesis, in. */
export const webAnnotation: Exchange = {
  id: 'web-annotation',
  label: 'Web annotations (JSON-LD)',
  extensions: ['.jsonld', '.json'],
  holds: holdsAnnotations,
  readMarked: readAnnotations,
  write: writeAnnotations,
};
