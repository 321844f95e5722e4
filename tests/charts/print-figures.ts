import { makeFigures } from './make-figures.js';
import { makeData } from './sample-data.js';

/** Run by the contract test in a process of its own. */
const figures = await makeFigures(makeData());
process.stdout.write(JSON.stringify(figures));
