import { existsSync } from 'node:fs';

/** Chromium at `$CHROMIUM_PATH` or where Debian puts it; undefined where there is none. */
export const browserPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  (path) => path !== undefined && path !== '' && existsSync(path),
);

/** Set where a missing browser is a failure and not a reason to skip. */
export const browserRequired = process.env.REQUIRE_BROWSER === '1';

/** Quiet, offline, and able to start as root. */
export const browserFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
