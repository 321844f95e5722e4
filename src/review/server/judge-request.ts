/** What a browser says of where a request comes from; a header that it did not send is undefined. */
export type Provenance = {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site` */
  readonly site: string | undefined;
  /** Whether it only opens the page, as a click on a link does: the page itself holds nothing. */
  readonly opensPage: boolean;
};

const loopbackNames = ['127.0.0.1', 'localhost', '::1'];
const everywhere = new Set(['0.0.0.0', '::']);

/** Whether an address is of this machine alone. */
export const isLoopback = (host: string) => loopbackNames.includes(host);

/**
 * The `Host` headers of requests that are meant for a server that listens on `host`. All others are refused: by them a
 * foreign page is told whose name was pointed at this address (DNS rebinding). `own` are this machine's addresses.
 */
export function listHosts(
  { host, port }: { readonly host: string; readonly port: number },
  own: readonly string[],
): ReadonlySet<string> {
  const names = isLoopback(host)
    ? loopbackNames
    : everywhere.has(host)
      ? [...loopbackNames, ...own]
      : [host.toLowerCase()];
  const written = names.map(writeHost);
  return new Set([...written.map((name) => `${name}:${port}`), ...(port === 80 ? written : [])]);
}

/** The address that others are told: where every address is listened at, the first that is not this machine's alone. */
export function nameHost(host: string, own: readonly string[]): string {
  if (!everywhere.has(host)) return host;
  return own.find((address) => !isLoopback(address) && !address.startsWith('fe80:')) ?? '127.0.0.1';
}

/** An IPv6 address stands in brackets. */
export const writeHost = (host: string) => (host.includes(':') ? `[${host}]` : host);

/** Why a request is not answered: it was not sent by the page of this server. Undefined where it may have been. */
export function judgeRequest(
  { host, origin, site, opensPage }: Provenance,
  hosts: ReadonlySet<string>,
): string | undefined {
  const asked = host?.toLowerCase();
  if (asked === undefined || !hosts.has(asked)) return 'it was sent to another name than this server has';
  if (origin !== undefined && origin.toLowerCase() !== `http://${asked}`)
    return 'it comes from a page of another server';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage)
    return 'it comes from another site';
  return undefined;
}
