import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assembleKernels, writeBytes } from '../../../src/text/kernels/build-kernels.js';
import { KERNEL_BYTES } from '../../../src/text/kernels/kernel-bytes.js';

const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'text', 'kernels');
const readSource = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('the bytes of the kernels', () => {
  it('are what kernels.wat makes', async () => {
    const bytes = await assembleKernels(readSource('kernels.wat'));
    expect(Buffer.from(bytes).toString('base64')).toBe(KERNEL_BYTES);
    expect(writeBytes(bytes)).toBe(readSource('kernel-bytes.ts'));
  });

  it('are not made from a text that is not valid', async () => {
    await expect(assembleKernels('(module (func (result i32) (f32.const 1)))')).rejects.toThrow(
      'not valid WebAssembly',
    );
    await expect(assembleKernels('(module (func')).rejects.toThrow();
  });
});
