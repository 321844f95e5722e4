import { ToolkitError } from '../errors.js';
import type { Participant } from '../model/participant.js';
import { suggestNearest } from '../text/did-you-mean.js';

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** Between parts, and not within the braces of a placeholder. */
const separator = /(\s*[,;·|/]\s*|\s+[–—-]\s+)(?![^{}]*\}\})/;
const bracket = /\s*\([^()]*\)/g;

/**
 * The line that names a participant, e.g. "tech lead, 201-1000" from `{{role}}, {{company_size}}`. A part or bracket
 * with an empty attribute is left out together with its separator. Nothing left, no template, or a participant of
 * whom nothing is recorded gives the code alone. Throws `ToolkitError` for an attribute that nobody recorded.
 */
export function renderAttribution(template: string | undefined, participant: Participant): string {
  if (template === undefined || Object.keys(participant.attributes).length === 0) return participant.id;
  const isComplete = (part: string) =>
    [...part.matchAll(placeholder)].every(([, name = '']) => readAttribute(name, participant) !== '');
  const line = joinParts(
    template.replace(bracket, (part) => (isComplete(part) ? part : '')),
    isComplete,
  );
  const filled = line.replace(placeholder, (_, name: string) => readAttribute(name, participant));
  return filled === '' ? participant.id : filled;
}

/** The attributes that a template names; the code is none. */
export function listAttributes(template: string | undefined): readonly string[] {
  const names = [...(template ?? '').matchAll(placeholder)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'id');
}

/** Keeps the complete parts, each with the separator that stands before it; the first needs none. */
function joinParts(template: string, isComplete: (part: string) => boolean): string {
  const pieces = template.split(separator);
  return pieces.reduce((line, part, index) => {
    if (index % 2 === 1 || part.trim() === '' || !isComplete(part)) return line;
    return line === '' ? part.trim() : `${line}${pieces[index - 1] ?? ''}${part.trim()}`;
  }, '');
}

function readAttribute(name: string, { id, attributes }: Participant): string {
  if (name === 'id') return id;
  if (Object.hasOwn(attributes, name)) return attributes[name]?.trim() ?? '';
  const known = ['id', ...Object.keys(attributes)];
  const near = suggestNearest(name, known);
  throw new ToolkitError(
    'unknown-attribute',
    `the attribution line names "${name}", which is no attribute of ${id}`,
    {
      place: { file: 'study.yaml' },
      hint: near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${near}"?`,
    },
  );
}
