/** The version in `package.json`; a test keeps them equal, so that `--version` need not read a file. */
export const VERSION = '0.1.0';
