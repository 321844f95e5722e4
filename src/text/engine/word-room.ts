import { WORD_BYTES } from './word-bytes.js';

type WordMemory = { readonly buffer: ArrayBuffer };

/** What words.wat exports. */
type WordLoops = {
  readonly count_texts: () => number;
  readonly teach_word: (form: number, mark: number) => void;
  readonly narrow_counts: () => number;
  readonly find_lines: (end: number, most: number) => number;
};

/** What the types of Node leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => WordMemory;
  readonly Instance: new (
    module: object,
    imports: { readonly room: { readonly memory: WordMemory } },
  ) => { readonly exports: WordLoops };
};

/** The loops of words.wat and the memory that they work in. */
export type WordRoom = { readonly memory: ArrayBuffer; readonly loops: WordLoops };

const PAGE = 65_536;
const MOST_PAGES = 32_768;

const compiled = new Map<string, object>();

function compileLoops(): object {
  const known = compiled.get(WORD_BYTES);
  if (known !== undefined) return known;
  const module = new WebAssembly.Module(Buffer.from(WORD_BYTES, 'base64'));
  compiled.set(WORD_BYTES, module);
  return module;
}

/** A room with a memory of so many bytes, all 0; undefined where there is none, or no WebAssembly. */
export function openWordRoom(bytes: number): WordRoom | undefined {
  const initial = Math.ceil(bytes / PAGE);
  if (initial > MOST_PAGES) return undefined;
  try {
    const memory = new WebAssembly.Memory({ initial, maximum: MOST_PAGES });
    const { exports } = new WebAssembly.Instance(compileLoops(), { room: { memory } });
    return { memory: memory.buffer, loops: exports };
  } catch {
    return undefined;
  }
}
