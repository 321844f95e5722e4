import { ToolkitError } from '../../errors.js';
import type { Study } from '../../model/study.js';
import type { ExchangedFile } from '../exchange.js';
import { buildCodes } from './build-codes.js';
import { listCodebookLosses } from './list-export-losses.js';
import { origin } from './write-project.js';
import { writeXml } from './write-xml.js';

/** A `.qdc`. Throws `ToolkitError` `no-themes` where there is nothing to write: the schema wants a code. */
export function writeCodebook(study: Study): ExchangedFile {
  const codes = buildCodes(study.taxonomy);
  if (codes === undefined) {
    throw new ToolkitError('no-themes', 'the study has no themes, so there is no codebook to write', {
      hint: 'Write themes into taxonomy.yaml first.',
    });
  }
  const bytes = writeXml({
    name: 'CodeBook',
    attributes: { xmlns: 'urn:QDA-XML:codebook:1.0', origin },
    children: [codes],
  });
  return { bytes, losses: listCodebookLosses(study), outgoing: study.taxonomy };
}
