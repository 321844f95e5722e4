/** ln 0!, ln 1! … ln `most`!, summed up. */
export function listLogFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n += 1) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}

/** ln of the number of ways to choose `k` of `n`. */
export function readLogChoose(logs: Float64Array, n: number, k: number): number {
  return (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);
}
