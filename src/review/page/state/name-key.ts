/** What of a keyboard event names a key. */
export type Stroke = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/**
 * The name of a stroke: `j`, `?`, `Mod+z`, `Mod+Shift+z`, `Shift+ArrowRight`. `Mod` is Ctrl, or Cmd on a Mac. Shift is
 * named only where it does not make another character: `?` is not `Shift+?`.
 */
export function nameKey(stroke: Stroke): string {
  const isMod = stroke.ctrlKey || stroke.metaKey;
  const isCharacter = stroke.key.length === 1;
  const key = isCharacter && isMod ? stroke.key.toLowerCase() : stroke.key === ' ' ? 'Space' : stroke.key;
  const hasShift = stroke.shiftKey && (!isCharacter || isMod);
  return [isMod ? 'Mod+' : '', stroke.altKey ? 'Alt+' : '', hasShift ? 'Shift+' : '', key].join('');
}

/** Whether a key is a single character, which speech input may strike by chance (WCAG 2.1.4). */
export function isSingleCharacter(key: string): boolean {
  return key.length === 1;
}
