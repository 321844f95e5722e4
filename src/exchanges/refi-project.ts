import type { Exchange } from './exchange.js';
import { readProject } from './refi/read-project.js';
import { writeProject } from './refi/write-project.js';

/** A whole study as a REFI-QDA project (version 1.5 of the standard), which ATLAS.ti, MAXQDA, NVivo and QualCoder read. */
export const refiProject = {
  id: 'refi-project',
  label: 'REFI-QDA project',
  extensions: ['.qdpx'],
  read: readProject,
  write: writeProject,
} satisfies Exchange;
