import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The middle value; the lower of the two where there is none. */
export function findMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}

/**
 * Megabytes of memory that this process had at most. What Node tells may be the parent's, whose memory a Linux process
 * starts as: the kernel's own line is not.
 */
export function readPeak(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  return kilobytes / 1024;
}

/** Median milliseconds of several runs of a function, after one that warms it up. */
export function timeWork(work: () => void, runs: number): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return findMedian(times);
}

/** Tells the peak memory of a process in its last line on standard error, as `readPeak` does and for the same reason. */
const tellMemory = `data:text/javascript,${encodeURIComponent(
  `import { existsSync, readFileSync } from 'node:fs';
process.on('exit', () => {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = (/^VmHWM:\\s+(\\d+) kB/m.exec(status) || [])[1] || process.resourceUsage().maxRSS;
  process.stderr.write('\\nmaxRSS ' + kilobytes + '\\n');
});`,
)}`;

export type ProcessFigures = { readonly milliseconds: number; readonly megabytes: number };

/** Wall time and peak memory of a Node process; throws where it fails. */
export function runNode(args: readonly string[]): ProcessFigures {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', tellMemory, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const milliseconds = performance.now() - from;
  if (status === null || status > 1)
    throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(-400)}`);
  return { milliseconds, megabytes: Number(/maxRSS (\d+)\s*$/.exec(stderr)?.[1]) / 1024 };
}

/** Median time and largest memory over several runs of one Node process. */
export function repeatNode(args: readonly string[], runs: number): ProcessFigures {
  const figures = Array.from({ length: runs }, () => runNode(args));
  return {
    milliseconds: findMedian(figures.map((figure) => figure.milliseconds)),
    megabytes: Math.max(...figures.map((figure) => figure.megabytes)),
  };
}
