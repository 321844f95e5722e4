import openWabt from 'wabt';
import { ToolkitError } from '../../errors.js';

/** What the types of Node leave out. */
declare const WebAssembly: { readonly validate: (bytes: Uint8Array) => boolean };

const WIDTH = 100;

/** The bytes of a WebAssembly module in its text form. Throws where the text cannot be read or is not valid. */
export async function assembleKernels(text: string): Promise<Uint8Array> {
  const wabt = await openWabt();
  const module = wabt.parseWat('kernels.wat', text, { simd: true, threads: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  // wabt itself refuses shared memory here, whatever features it is told of.
  if (!WebAssembly.validate(buffer)) {
    throw new ToolkitError('bad-kernels', 'the kernels are well written but not valid WebAssembly', {
      hint: 'look for values of the wrong type in kernels.wat',
    });
  }
  return buffer;
}

/** The source file that holds the bytes; `constant` is its name for them, `source` the file that they come from. */
export function writeBytes(
  bytes: Uint8Array,
  { constant, source }: { readonly constant: string; readonly source: string },
): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? [];
  const rows = lines.map((line) => `  '${line}',`).join('\n');
  return `/** ${source} as WebAssembly, in base64. Written by build-kernels.ts: do not edit. */\nexport const ${constant} = [\n${rows}\n].join('');\n`;
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

// npx tsx src/text/kernels/build-kernels.ts KERNEL_BYTES kernels.wat < src/text/kernels/kernels.wat > src/text/kernels/kernel-bytes.ts
// npx tsx src/text/kernels/build-kernels.ts WORD_BYTES words.wat < src/text/engine/words.wat > src/text/engine/word-bytes.ts
if (process.argv[1]?.endsWith('build-kernels.ts') === true) {
  const [, , constant = '', source = ''] = process.argv;
  process.stdout.write(writeBytes(await assembleKernels(await readInput()), { constant, source }));
}
