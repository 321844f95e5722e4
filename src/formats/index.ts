import { assemblyAiJson } from './assembly-ai-json.js';
import { awsTranscribeJson } from './aws-transcribe-json.js';
import { deepgramJson } from './deepgram-json.js';
import { doteJson } from './dote-json.js';
import type { Format, SourceText } from './format.js';
import { html } from './html.js';
import { labelledJson } from './labelled-json.js';
import { labelledJsonLines } from './labelled-json-lines.js';
import { lrc } from './lrc.js';
import { markdown } from './markdown.js';
import { openDocument } from './open-document.js';
import { plainText } from './plain-text.js';
import { revJson } from './rev-json.js';
import { richText } from './rich-text.js';
import { sbv } from './sbv.js';
import { sheet } from './sheet.js';
import { sonixJson } from './sonix-json.js';
import { subRip } from './sub-rip.js';
import { subStation } from './sub-station.js';
import { table } from './table.js';
import { trintJson } from './trint-json.js';
import { webVtt } from './web-vtt.js';
import { whisperCppJson } from './whisper-cpp-json.js';
import { whisperJson } from './whisper-json.js';
import { word } from './word.js';

/** Every format that can be read. */
export const formats: readonly Format[] = [
  word,
  openDocument,
  sheet,
  richText,
  html,
  webVtt,
  subRip,
  sbv,
  subStation,
  lrc,
  whisperJson,
  whisperCppJson,
  assemblyAiJson,
  deepgramJson,
  revJson,
  sonixJson,
  awsTranscribeJson,
  trintJson,
  doteJson,
  labelledJson,
  labelledJsonLines,
  table,
  markdown,
  plainText,
];

/** The format that recognises the content most surely; the file's extension decides between equals. */
export function recogniseFormat(source: SourceText): Format | undefined {
  const able = formats.filter(({ readsBytes = false }) => readsBytes === (source.bytes !== undefined));
  const scored = able.map((format) => ({
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

/** Whether the files of a format hold their words otherwise than they read, by the format's id. */
export function isDocument(id: string): boolean {
  return formats.some((format) => format.id === id && format.isDocument === true);
}
