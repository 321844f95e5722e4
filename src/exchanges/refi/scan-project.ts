import { ToolkitError } from '../../errors.js';
import type { OfficePackage } from '../../packages/open-package.js';
import { readPart, type XmlNode } from '../../packages/read-xml.js';
import { type ReadCase, readCase } from './read-cases.js';
import { isNamed } from './read-node.js';
import { isSource, type ReadSource, type ReadText, readSource } from './read-sources.js';

export type ScannedProject = {
  /** Without its cases and sources. */
  readonly project: XmlNode;
  readonly cases: readonly ReadCase[];
  /** Each once. */
  readonly texts: readonly ReadText[];
  /** What was found beside texts, with how often. */
  readonly others: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
};

/**
 * Reads the only `.qde` on the top level, whatever it is called and however it is spelt. Cases and sources become plain
 * records one by one, since they hold nearly all elements of a project. Throws `ToolkitError` `not-refi-qda` and as
 * `readPart` does.
 */
export function scanProject(from: OfficePackage): ScannedProject {
  const roots = from.parts.filter(({ name }) => /^[^/]+\.qde$/i.test(name));
  const [first] = roots;
  const cases: ReadCase[] = [];
  const sources: ReadSource[] = [];
  const takeOut = (node: XmlNode) => {
    const isCase = isNamed(node, 'Case');
    if (isCase) cases.push(readCase(node));
    else if (isSource(node)) sources.push(readSource(node, from));
    else return false;
    return true;
  };
  const project = first === undefined ? undefined : readPart(from, first.name, takeOut);
  if (roots.length !== 1 || project === undefined || !isNamed(project, 'Project'))
    throw isNoProject(from.file, roots.length);
  return { project, cases, ...joinSources(sources) };
}

function joinSources(sources: readonly ReadSource[]): Pick<ScannedProject, 'texts' | 'others' | 'missing'> {
  const texts = new Map<string, ReadText>();
  const others = new Map<string, number>();
  for (const source of sources) {
    for (const text of source.texts) if (!texts.has(text.key)) texts.set(text.key, text);
    for (const { name, count } of source.others) others.set(name, (others.get(name) ?? 0) + count);
  }
  return { texts: [...texts.values()], others, missing: sources.flatMap(({ missing }) => missing) };
}

function isNoProject(file: string, projects: number): ToolkitError {
  const found = projects > 1 ? 'it holds several projects' : 'no project is in it';
  return new ToolkitError('not-refi-qda', `${file} is no REFI-QDA project: ${found}`, {
    hint: 'Export it again as a REFI-QDA project (.qdpx).',
    place: { file },
  });
}
