import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ToolkitError } from '../errors.js';

/** As Debian, Ubuntu, Fedora and others name Chromium and the browsers that are built on it. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
/** Where macOS and Windows keep them. */
const usualPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A Chromium on this machine: that of `CHROMIUM_PATH`, else one on the `PATH`, else one in a usual place. Throws
 * `ToolkitError` `no-chromium` where there is none, or none at `CHROMIUM_PATH`.
 */
export function findChromium(environment: Environment = process.env): string {
  const { CHROMIUM_PATH: named, PATH: path = '' } = environment;
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const places = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usualPlaces];
  const asked = named === undefined || named === '' ? undefined : named;
  const found = (asked === undefined ? places : [asked]).find(canRun);
  if (found !== undefined) return found;
  throw new ToolkitError(
    'no-chromium',
    asked === undefined
      ? 'a PDF is printed by Chromium, and none was found on this machine'
      : `a PDF is printed by Chromium, and ${asked} (CHROMIUM_PATH) cannot be run`,
    {
      hint: 'Install Chromium or Chrome, or name it: CHROMIUM_PATH=/path/to/chrome. Or print the HTML report from a browser.',
    },
  );
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
