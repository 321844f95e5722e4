import { effect, signal } from '@preact/signals';
import { keep, readKept } from './keep.js';

const looks = ['', 'light', 'dark'] as const;
export type Look = (typeof looks)[number];

/** Light, dark, or (empty) as the machine has it. */
export const look = signal<Look>('');

/** Takes the look that was chosen last, and shows and keeps every choice from now on. */
export function followLook(): void {
  const kept = readKept('look');
  look.value = looks.find((each) => each === kept) ?? '';
  effect(() => {
    document.documentElement.dataset.look = look.value;
    keep('look', look.value);
  });
}
