import { basename, dirname } from 'node:path';
import { ToolkitError } from '../errors.js';
import { checkShape } from '../model/check-shape.js';
import { type FittedModel, MODEL_FORMAT, MODEL_VERSION, modelFileSchema } from '../model/fitted-model.js';
import { hashText } from '../text/hash-text.js';
import { holdsEntry, readGivenFile } from './read-file.js';
import { writeFile } from './write-file.js';

const WRITE_AGAIN = 'Write it again with "themeloom model FILE --study DIR".';

function refuse(code: string, message: string, file: string, hint = WRITE_AGAIN): ToolkitError {
  return new ToolkitError(code, message, { hint, place: { file } });
}

/** The SHA-256 of a model as JSON. */
function sumUp(model: object): string {
  return hashText(JSON.stringify(model));
}

/** Every model file begins so: that is how a file that is something else is told, and left alone. */
const BEGINNING = `{"format":"${MODEL_FORMAT}"`;

function refuseOtherFile(path: string): void {
  const file = basename(path);
  if (!holdsEntry(dirname(path), file)) return;
  if (readGivenFile(path, file).subarray(0, BEGINNING.length).toString('latin1') === BEGINNING) return;
  throw refuse('not-a-model', `${file} is there and is no model`, file, 'Name a file that is not there yet.');
}

/**
 * Writes a fitted model as one JSON file with a checksum, whole or not at all; gives its size in bytes. An older model is
 * replaced. Throws `ToolkitError` `not-a-model` where the file holds anything else, and as `writeFile` does.
 */
export function writeModel(path: string, model: FittedModel): number {
  refuseOtherFile(path);
  const content = `${JSON.stringify({ ...model, checksum: sumUp(model) })}\n`;
  writeFile({ folder: dirname(path), file: basename(path) }, content);
  return Buffer.byteLength(content);
}

function parse(bytes: Buffer, file: string): object {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    throw refuse('damaged-model', `${file} is no model, or is cut off: it is not JSON`, file);
  }
  throw refuse('not-a-model', `${file} is no model: it holds no JSON object`, file);
}

function readKey(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function checkVersion(value: object, file: string): void {
  if (readKey(value, 'format') !== MODEL_FORMAT) {
    throw refuse('not-a-model', `${file} is no model: its format is not "${MODEL_FORMAT}"`, file);
  }
  const version = readKey(value, 'version');
  if (version === MODEL_VERSION) return;
  throw refuse(
    'model-version',
    `${file} is a model of version ${String(JSON.stringify(version)).slice(0, 20)}; this program reads version ${MODEL_VERSION}`,
    file,
    'Write it again with this version of Themeloom ("themeloom model FILE --study DIR"), or use the version that wrote it.',
  );
}

/**
 * Reads a model file, wherever it lies. Throws `ToolkitError`: `not-a-model`, `model-version`, `damaged-model`,
 * `file-missing` and the like.
 */
export function readModel(path: string): FittedModel {
  const file = basename(path);
  const value = parse(readGivenFile(path, file), file);
  checkVersion(value, file);
  const { checksum, ...rest } = { checksum: undefined, ...value };
  if (checksum !== sumUp(rest)) {
    throw refuse('damaged-model', `${file} is damaged: its checksum is not that of its content`, file);
  }
  const reading = checkShape(modelFileSchema, value);
  const [problem] = reading.problems;
  if (reading.value === undefined || problem !== undefined) {
    const where = problem?.path.join('.') ?? '';
    throw refuse(
      'damaged-model',
      `${file} is damaged: what stands at "${where}" does not belong there`,
      file,
    );
  }
  const { checksum: _, ...model } = reading.value;
  return model;
}
