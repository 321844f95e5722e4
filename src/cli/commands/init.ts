import type { Command } from 'commander';
import { loadLibrary } from '../open-study.js';
import type { Shell } from '../shell.js';

/** `themeloom init DIR [--sample]` */
export function addInit(command: Command, { door, run }: Shell): void {
  command
    .description(
      'Makes a new study folder that already runs: one invented transcript, one theme and the four voices.',
    )
    .argument('<dir>', 'the folder to make; it may exist if it is empty')
    .option('--sample', 'copy the sample study: twelve invented tech leads')
    .addHelpText('after', '\nExample:\n  themeloom init my-study --sample')
    .action((folder: string, options: { readonly sample?: boolean }) =>
      run(async () => {
        const library = await loadLibrary();
        const written = await library.initStudy(library.resolveFolder(door.folder, folder), {
          sample: options.sample === true,
        });
        door.tell(`${door.colours.green('made')} ${folder} with ${written.length} files`);
        door.tell(`next: themeloom run --study ${/\s/.test(folder) ? `"${folder}"` : folder}`);
        return 0;
      }),
    );
}
