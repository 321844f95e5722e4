import { assemblyAiJson } from './assembly-ai-json.js';
import { deepgramJson } from './deepgram-json.js';
import type { Format, SourceText } from './format.js';
import { labelledJson } from './labelled-json.js';
import { markdown } from './markdown.js';
import { plainText } from './plain-text.js';
import { revJson } from './rev-json.js';
import { sbv } from './sbv.js';
import { sonixJson } from './sonix-json.js';
import { subRip } from './sub-rip.js';
import { table } from './table.js';
import { webVtt } from './web-vtt.js';
import { whisperJson } from './whisper-json.js';

/** Every format that can be read. */
export const formats: readonly Format[] = [
  webVtt,
  subRip,
  sbv,
  whisperJson,
  assemblyAiJson,
  deepgramJson,
  revJson,
  sonixJson,
  labelledJson,
  table,
  markdown,
  plainText,
];

/** The format that recognises the content most surely; the file's extension decides between equals. */
export function recogniseFormat(source: SourceText): Format | undefined {
  const scored = formats.map((format) => ({
    format,
    score: format.recognise(source),
    fits: fits(format, source),
  }));
  const [best] = scored.toSorted((a, b) => b.score - a.score || Number(b.fits) - Number(a.fits));
  return best === undefined || best.score === 0 ? undefined : best.format;
}

function fits({ extensions }: Format, { name }: SourceText): boolean {
  const lower = name.toLowerCase();
  return extensions.some((extension) => lower.endsWith(extension));
}
