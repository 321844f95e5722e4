import type { StudyView } from '../../../messages/study.js';

export type Choosable = { readonly id: string; readonly label: string };

const compare = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/** What participants can be told apart by: each value of each attribute, and each of them alone; all as `name=value`. */
export function listWhere({ participants }: StudyView): readonly Choosable[] {
  const values = new Map<string, Set<string>>();
  for (const { attributes } of participants)
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== '') values.set(name, (values.get(name) ?? new Set()).add(value));
    }
  const attributes = [...values].flatMap(([name, set]) =>
    [...set]
      .sort(compare)
      .map((value) => ({ id: `${name}=${value}`, label: `${name.replaceAll('_', ' ')}: ${value}` })),
  );
  const alone = participants.map(({ id }) => ({ id: `participant=${id}`, label: `only ${id}` }));
  return [...attributes, ...alone];
}

/** Themes with their children under them, set in by a dash for each step. */
export function listThemeChoices({ themes }: StudyView): readonly Choosable[] {
  const depths = new Map<string, number>();
  return themes.map(({ id, parent, label }) => {
    const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(id, depth);
    return { id, label: `${'– '.repeat(depth)}${label}` };
  });
}

/** Transcripts by id, with who speaks in them where the id does not say it. */
export function listTranscriptChoices({ transcripts }: StudyView): readonly Choosable[] {
  return transcripts.map(({ id, participants }) => {
    const others = participants.filter((participant) => participant !== id);
    return { id, label: others.length === 0 ? id : `${id} (${others.join(', ')})` };
  });
}
