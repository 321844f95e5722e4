import { KERNEL_BYTES } from './kernel-bytes.js';

type WasmMemory = { readonly buffer: SharedArrayBuffer; grow(pages: number): number };
export type WasmModule = object;

/** What kernels.wat exports; addresses, widths and strides are bytes, `rows` and `points` are counts. */
export type WasmLoops = {
  readonly multiply_dense: (...numbers: readonly number[]) => void;
  readonly multiply_sparse: (...numbers: readonly number[]) => void;
  readonly assign_sparse: (...numbers: readonly number[]) => void;
  readonly assign_dense: (...numbers: readonly number[]) => void;
  readonly score_sparse: (...numbers: readonly number[]) => void;
  readonly add_sparse: (...numbers: readonly number[]) => void;
  readonly take_chunks: (task: number, sums: number) => void;
};

/** What the types of Node leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => WasmMemory;
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly room: { readonly memory: WasmMemory } },
  ) => { readonly exports: WasmLoops };
};

/** The loops and the memory that they work in. */
export type WasmRoom = {
  readonly module: WasmModule;
  readonly memory: WasmMemory;
  readonly loops: WasmLoops;
};

const PAGE = 65_536;
/** 2 GB: where kernels.wat ends its memory too. */
const MOST_PAGES = 32_768;
/** A room up to this size is kept for the next call. */
const KEPT_BYTES = 2 ** 28;

const compiled = new Map<string, WasmModule>();

function compileLoops(): WasmModule {
  const known = compiled.get(KERNEL_BYTES);
  if (known !== undefined) return known;
  const module = new WebAssembly.Module(Buffer.from(KERNEL_BYTES, 'base64'));
  compiled.set(KERNEL_BYTES, module);
  return module;
}

/** A room with a memory of so many bytes; undefined where there is none, or no WebAssembly. */
export function openRoom(bytes: number): WasmRoom | undefined {
  const pages = Math.ceil(bytes / PAGE);
  if (pages > MOST_PAGES) return undefined;
  try {
    const module = compileLoops();
    const memory = new WebAssembly.Memory({ initial: Math.max(pages, 1), maximum: MOST_PAGES, shared: true });
    return { module, memory, loops: new WebAssembly.Instance(module, { room: { memory } }).exports };
  } catch {
    return undefined;
  }
}

/** Whether the room has so many bytes, if need be after growing. */
function growRoom({ memory }: WasmRoom, bytes: number): boolean {
  const missing = Math.ceil(bytes / PAGE) - memory.buffer.byteLength / PAGE;
  if (missing <= 0) return true;
  try {
    return memory.grow(missing) >= 0;
  } catch {
    return false;
  }
}

const kept: WasmRoom[] = [];

/** A room of so many bytes for one call: the same for all calls unless a large one is asked for. Undefined as above. */
export function borrowRoom(bytes: number): WasmRoom | undefined {
  if (bytes > KEPT_BYTES) return openRoom(bytes);
  const room = kept[0] ?? openRoom(bytes);
  if (room === undefined || !growRoom(room, bytes)) return undefined;
  kept[0] = room;
  return room;
}

/** Places one after the other, each on a multiple of 16 bytes, as vector loads like them. */
export function planRoom<Name extends string>(
  lengths: Readonly<Record<Name, number>>,
): { readonly at: Readonly<Record<Name, number>>; readonly bytes: number } {
  let bytes = 16;
  const at: Record<Name, number> = { ...lengths };
  for (const name in lengths) {
    at[name] = bytes;
    bytes += Math.ceil(lengths[name] / 16) * 16;
  }
  return { at, bytes };
}
