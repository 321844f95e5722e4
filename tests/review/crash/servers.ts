import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** A server that runs and can be killed. */
export type Server = {
  readonly port: number;
  readonly tokens: readonly string[];
  /** SIGKILL: it has no moment left to tidy up. Ends when the process is gone. */
  readonly kill: () => Promise<void>;
};

export type ServerStarter = {
  /** Opens a study in a process that was loaded before, and loads the next one meanwhile. */
  readonly start: (folder: string, coders: readonly string[]) => Promise<Server>;
  readonly end: () => void;
};

const script = join(import.meta.dirname, 'crash-server.mjs');

/** Loads one process ahead: loading takes most of the time of a start, and is not what is tested. */
export function prepareServers(): ServerStarter {
  let next = loadAhead();
  return {
    start: async (folder, coders) => {
      const child = await next;
      next = loadAhead();
      const links = await open(child, { folder, coders });
      const urls = links.map(({ url }) => new URL(url));
      return {
        port: Number(urls[0]?.port),
        tokens: urls.map(({ hash }) => hash.replace('#token=', '')),
        kill: () => kill(child),
      };
    },
    end: () => void next.then(kill, () => undefined),
  };
}

/** A failure is told by whoever waits for it, which may be later. */
function loadAhead(): Promise<ChildProcess> {
  const loading = load();
  loading.catch(() => undefined);
  return loading;
}

function load(): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the server ended before it was loaded: build first')));
    child.once('message', () => resolve(child));
  });
}

type Opened = { readonly links: readonly { readonly url: string }[] };

function open(child: ChildProcess, job: object): Promise<Opened['links']> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('the server ended before it listened'));
    child.once('exit', fail);
    child.once('message', (message: Opened) => {
      child.off('exit', fail);
      resolve(message.links);
    });
    child.send(job);
  });
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
