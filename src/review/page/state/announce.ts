import { signal } from '@preact/signals';

/** What was said last, and how often something was said: the same words twice are two announcements. */
export const announcement = signal({ text: '', count: 0 });

/** Says something in the polite live region, and shows it for a few seconds. */
export function announce(said: string): void {
  const text = said.charAt(0).toUpperCase() + said.slice(1);
  announcement.value = { text, count: announcement.peek().count + 1 };
}
