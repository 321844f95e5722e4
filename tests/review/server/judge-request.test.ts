import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRequest, listHosts, nameHost } from '../../../src/review/server/judge-request.js';

const own = ['127.0.0.1', '192.168.1.5', 'fe80::1', 'fd00::5'];
const plain = { origin: undefined, site: undefined, opensPage: false };

describe('the names that a server answers to', () => {
  it('are those of loopback, of the address that it listens at, or of every address of the machine', () => {
    const loopback = ['127.0.0.1:4000', 'localhost:4000', '[::1]:4000'];
    expect([...listHosts({ host: '127.0.0.1', port: 4000 }, own)]).toEqual(loopback);
    expect([...listHosts({ host: '192.168.1.5', port: 4000 }, own)]).toEqual(['192.168.1.5:4000']);
    expect([...listHosts({ host: '0.0.0.0', port: 4000 }, own)]).toEqual([
      ...loopback,
      '192.168.1.5:4000',
      '[fe80::1]:4000',
      '[fd00::5]:4000',
    ]);
    expect(listHosts({ host: 'My-Machine.local', port: 80 }, own)).toEqual(
      new Set(['my-machine.local:80', 'my-machine.local']),
    );
  });

  it('are told to others by one that is not of this machine alone', () => {
    expect(nameHost('0.0.0.0', own)).toBe('192.168.1.5');
    expect(nameHost('::', ['127.0.0.1', '::1', 'fe80::1'])).toBe('127.0.0.1');
    expect(nameHost('10.0.0.7', own)).toBe('10.0.0.7');
  });

  it('are all that is let through: any other host, and any other origin, is refused', () => {
    const hosts = listHosts({ host: '127.0.0.1', port: 4000 }, own);
    const anyHost = fc.oneof(fc.string(), fc.webAuthority(), fc.domain(), fc.constant(undefined));
    fc.assert(
      fc.property(anyHost, (host) => {
        const isOurs = host !== undefined && hosts.has(host.toLowerCase());
        expect(judgeRequest({ ...plain, host }, hosts) === undefined).toBe(isOurs);
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (origin) => {
        const isOurs = origin.toLowerCase() === 'http://localhost:4000';
        const judged = judgeRequest({ ...plain, host: 'localhost:4000', origin }, hosts);
        expect(judged === undefined).toBe(isOurs);
      }),
    );
  });
});
