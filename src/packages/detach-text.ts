/** A text of its own: one that was cut from a longer text holds that in memory as long as it lives itself. */
export function detachText(text: string): string {
  return text === '' ? '' : structuredClone(text);
}
