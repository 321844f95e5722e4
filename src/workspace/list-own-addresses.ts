import { networkInterfaces } from 'node:os';

/** The addresses under which this machine is reached, loopback included: those of IPv4 first, in the system's order. */
export function listOwnAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const sorted = [
    ...all.filter(({ family }) => family === 'IPv4'),
    ...all.filter(({ family }) => family !== 'IPv4'),
  ];
  return [...new Set(sorted.map(({ address }) => address.replace(/%.*$/, '')))];
}
