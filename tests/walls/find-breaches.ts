import { posix } from 'node:path';
import { rules } from './rules.js';

const importLine =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Chambers of a room: they run elsewhere (in a browser), or on both sides. */
const chambers = ['page', 'messages'];

/** The top folder or file of `src/` that a path belongs to, or the chamber in it. */
const findRoom = (path: string) => {
  const [, room = '', chamber = ''] = path.split('/');
  return room === 'review' && chambers.includes(chamber) ? `${room}/${chamber}` : room.replace(/\.ts$/, '');
};
const interfaces = new Map([
  ['formats', 'format'],
  ['exchanges', 'exchange'],
  ['taggers', 'tagger'],
  ['coefficients', 'coefficient'],
  ['identifiers', 'identifier'],
  ['reporting', 'report'],
  ['charts', 'chart'],
]);
/** Whether a file is one part of a shelf: neither its interface nor its list nor in a folder of shared pieces. */
const isPart = (path: string) => {
  const [, room = '', file = '', ...deeper] = path.split('/');
  const shared = ['index.ts', `${interfaces.get(room)}.ts`];
  return interfaces.has(room) && deeper.length === 0 && !shared.includes(file);
};

function findTargets(text: string): { target: string; typeOnly: boolean }[] {
  return [...text.matchAll(importLine)].map((match) => ({
    target: match[1] ?? match[2] ?? '',
    typeOnly: /^\s*(import|export) type\s/.test(match[0].trimStart()),
  }));
}

function judgeImport(path: string, target: string): string | undefined {
  const room = findRoom(path);
  const rule = rules[room];
  if (rule === undefined) return `${path}: ${room} is not a room of DESIGN §2`;
  if (!target.startsWith('.')) {
    const known = rule.outside.some((name) => target === name || target.startsWith(`${name}/`));
    if (target === 'natural')
      return `${path}: import natural by sub-path only: its root loads databases and prints`;
    return known ? undefined : `${path} imports ${target}, whose home is another room: ${rule.why}`;
  }
  const resolved = posix.join(posix.dirname(path), target).replace(/\.js$/, '.ts');
  const goal = findRoom(resolved);
  if (isPart(path) && isPart(resolved) && goal === room)
    return `${path} imports its neighbour ${resolved}: parts of a shelf stand alone; what they share has a folder of its own`;
  if (goal === room || goal === 'errors' || rule.may.includes(goal)) return undefined;
  return `${path} imports ${resolved}: imports only go down, and ${rule.why}`;
}

/** Every breach of the walls in a set of source files, each with the reason for the wall. */
export function findBreaches(files: ReadonlyMap<string, string>): string[] {
  const imports = [...files].flatMap(([path, text]) =>
    findTargets(text).flatMap(({ target, typeOnly }) =>
      /^src\/(?:cli|review)\//.test(path) && typeOnly ? [] : (judgeImport(path, target) ?? []),
    ),
  );
  const unlisted = [...files.keys()].filter((path) => {
    const list = files.get(`src/${findRoom(path)}/index.ts`) ?? '';
    return isPart(path) && !list.includes(`'./${posix.basename(path, '.ts')}.js'`);
  });
  return [
    ...imports,
    ...unlisted.map(
      (path) =>
        `${path} is not on the list in src/${findRoom(path)}/index.ts: a part that is not listed is dead`,
    ),
  ];
}
