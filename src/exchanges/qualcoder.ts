import type { Exchange } from './exchange.js';
import { readQualcoder } from './qualcoder/read-qualcoder.js';

/** A project of QualCoder: the database in its folder, which holds the texts too. In. */
export const qualcoder: Exchange = {
  id: 'qualcoder',
  label: 'QualCoder project',
  extensions: ['.qda'],
  read: readQualcoder,
};
