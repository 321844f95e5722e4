import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { announce } from './announce.js';
import { route } from './route.js';
import { cameByLink } from './session.js';
import { study } from './study.js';

/** Views that show something of a study which was never whole. */
const readable = new Set(['read', 'search']);

/** Whether the study could not be used since it was opened, so that it can only be looked at. */
export const isDraft: ReadonlySignal<boolean> = computed(() => study.value?.repair?.isDraft === true);

/** Why nothing can be marked or decided; empty where it can, or where it waits and is sent later. */
export const whyNot: ReadonlySignal<string> = computed(() => {
  if (!isDraft.value) return '';
  return `Nothing can be marked or decided: ${nameBroken(study.value?.repair?.files ?? [])}.`;
});

/** "study.yaml and taxonomy.yaml must be mended first" */
export function nameBroken(files: readonly string[]): string {
  const named = files.map((file) => (file === 'transcripts' ? 'a transcript' : file));
  return `${named.join(' and ')} must be mended first`;
}

/** Whether this window has just been opened, and shows what is wrong before anything else. */
const isFirst = signal(false);

/** Whether what is to be mended is what the window shows, wherever its address points. */
export const showsRepair: ReadonlySignal<boolean> = computed(() => {
  const { view } = route.value;
  return isFirst.value || view === 'problems' || (isDraft.value && !readable.has(view));
});

/** A window that is opened on a study with errors begins with these; whoever goes anywhere goes on from there. */
export function followRepair(): void {
  let isBegun = false;
  let wasBroken = false;
  effect(() => {
    const here = study.value;
    if (here === undefined) return;
    const hasErrors = here.problems.errors > 0;
    if (!isBegun) isFirst.value = hasErrors && cameByLink.peek();
    else if (!hasErrors) isFirst.value = false;
    isBegun = true;
    const isBroken = here.repair !== undefined;
    if (wasBroken && !isBroken) announce('That is mended. The study can be used.');
    wasBroken = isBroken;
  });
  const leave = () => {
    isFirst.value = false;
  };
  addEventListener('hashchange', leave);
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="#/"]') !== null) leave();
  });
}
