import { spawn } from 'node:child_process';

/** The program that opens an address in the user's browser, by platform. */
const openers = new Map([
  ['darwin', ['open']],
  ['win32', ['rundll32', 'url.dll,FileProtocolHandler']],
]);

/** Opens an address in the user's own browser and does not wait for it. Where none can be started, nothing happens. */
export function openBrowser(url: string, platform: string = process.platform): void {
  const [program = 'xdg-open', ...before] = openers.get(platform) ?? [];
  const opened = spawn(program, [...before, url], { stdio: 'ignore', detached: true });
  opened.on('error', () => {});
  opened.unref();
}
