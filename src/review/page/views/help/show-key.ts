const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: 'Enter',
  Space: 'Space',
  Backspace: 'Backspace',
  Delete: 'Delete',
  PageUp: 'Page up',
  PageDown: 'Page down',
  Home: 'Home',
  End: 'End',
};

const spoken: Readonly<Record<string, string>> = { '↑': 'up', '↓': 'down', '←': 'left', '→': 'right' };

/** The caps of a key: `Mod+Shift+z` is `Ctrl`, `Shift`, `Z`; on a Mac `Mod` is `⌘`. A letter alone stays as it is typed. */
export function splitKey(key: string, isMac: boolean): readonly string[] {
  const parts =
    key === '+' ? ['+'] : key.endsWith('++') ? [...key.slice(0, -2).split('+'), '+'] : key.split('+');
  return parts.map((part) => {
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    if (part.length === 1) return parts.length === 1 ? part : part.toUpperCase();
    return names[part] ?? part;
  });
}

/** The caps as they are read out. */
export const sayKey = (caps: readonly string[]): string => caps.map((cap) => spoken[cap] ?? cap).join(' ');

type Listed = {
  readonly scope: string;
  readonly keys: readonly { readonly key: string; readonly does: string }[];
};
export type KeyLine = { readonly does: string; readonly keys: readonly string[] };
export type KeyGroup = { readonly scope: string; readonly lines: readonly KeyLine[] };

/** Keys by scope as they came; keys that do the same stand on one line, and a scope that comes twice is one. */
export function groupKeys(listed: readonly Listed[]): readonly KeyGroup[] {
  const scopes = new Map<string, Map<string, string[]>>();
  for (const { scope, keys } of listed) {
    const lines = scopes.get(scope) ?? new Map<string, string[]>();
    for (const { key, does } of keys) {
      const same = lines.get(does) ?? [];
      if (!same.includes(key)) lines.set(does, [...same, key]);
    }
    scopes.set(scope, lines);
  }
  return [...scopes].map(([scope, lines]) => ({
    scope,
    lines: [...lines].map(([does, keys]) => ({ does, keys })),
  }));
}
