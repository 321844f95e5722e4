import type { Kernels } from './kernels.js';
import { plainKernels } from './plain-kernels.js';
import { openKernels } from './wasm-kernels.js';

const loaded: Kernels[] = [];

/** The fastest kernels that run here, opened once. Both makes give the same numbers to the last bit. */
export function loadKernels(): Kernels {
  const known = loaded[0];
  if (known !== undefined) return known;
  const kernels = openKernels() ?? plainKernels;
  loaded.push(kernels);
  return kernels;
}
