import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORD_BYTES } from '../../../src/text/engine/word-bytes.js';
import { assembleKernels, writeBytes } from '../../../src/text/kernels/build-kernels.js';
import { KERNEL_BYTES } from '../../../src/text/kernels/kernel-bytes.js';

const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'text');
const readSource = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the bytes of the kernels', () => {
  it.each([
    ['kernels', 'kernels.wat', 'kernel-bytes.ts', 'KERNEL_BYTES', KERNEL_BYTES],
    ['engine', 'words.wat', 'word-bytes.ts', 'WORD_BYTES', WORD_BYTES],
  ])('are in %s what %s makes', async (shelf, source, file, constant, known) => {
    const bytes = await assembleKernels(readSource(join(shelf, source)));
    expect(Buffer.from(bytes).toString('base64')).toBe(known);
    expect(writeBytes(bytes, { constant, source })).toBe(readSource(join(shelf, file)));
  });

  it('are not made from a text that is not valid', async () => {
    await expect(assembleKernels('(module (func (result i32) (f32.const 1)))')).rejects.toThrow(
      'not valid WebAssembly',
    );
    await expect(assembleKernels('(module (func')).rejects.toThrow();
  });
});
