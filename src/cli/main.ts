#!/usr/bin/env node
import { createColors } from 'picocolors';
import { runCommandLine } from './program.js';
import { VERSION } from './version.js';

const { stdout, stderr, env } = process;

/** https://no-color.org: any value but an empty one turns colour off. */
const wantsColour = stderr.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

// A reader that stops early, such as `head`, is not a failure.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    print: (text) => stdout.write(text),
    tell: (message) => stderr.write(`${message}\n`),
    isTerminal: stderr.isTTY === true,
    colours: createColors(wantsColour),
    now: () => new Date(),
    folder: process.cwd(),
  },
  VERSION,
);
