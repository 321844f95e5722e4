import { Worker } from 'node:worker_threads';
import type { WasmRoom } from './wasm-room.js';

/** All of a worker's own code, as text, since a file beside this one has another name when run from its source. */
const WORKER = `
const { module, memory, task, sums } = require('node:worker_threads').workerData;
new WebAssembly.Instance(module, { room: { memory } }).exports.serve(task, sums);
`;
/** Numbers of a task, in the order that kernels.wat tells. */
const ROUND = 0;
const GO_HOME = 1;
const NEXT = 2;
const DONE = 3;
const CHUNKS = 4;
export const TASK_BYTES = 64;
/** Rows that a thread takes at a time: a third of a millisecond of work. Which thread takes them changes nothing. */
const CHUNK_ROWS = 4096;
/** Milliseconds without a finished chunk after which a worker counts as dead. */
const PATIENCE = 20_000;

/** Where everything lies that `assign_sparse` takes, as addresses in the room; `rows` is a count, `stride` is bytes. */
export type SharedTask = {
  readonly room: WasmRoom;
  /** Room for `TASK_BYTES`. */
  readonly task: number;
  readonly rows: number;
  readonly starts: number;
  readonly columns: number;
  readonly values: number;
  readonly table: number;
  readonly stride: number;
  readonly places: number;
  readonly most: number;
  /** By thread: room for `stride` bytes. The first belongs to the caller. */
  readonly sums: readonly number[];
};

/** Threads that wait for rounds of one task. */
export type Team = {
  /** Does all chunks and returns when the last one is done, by whomever. */
  runRound(): void;
  /** Lets the workers end. */
  sendHome(): void;
};

function startWorkers({ room, task, sums }: SharedTask): void {
  for (const own of sums.slice(1)) {
    const workerData = { module: room.module, memory: room.memory, task, sums: own };
    const worker = new Worker(WORKER, { eval: true, execArgv: [], workerData });
    // A worker that cannot start takes no chunk: the caller does them all.
    worker.on('error', () => undefined);
    worker.unref();
  }
}

function writeTask(task: SharedTask, numbers: Int32Array): void {
  const chunks = Math.ceil(task.rows / CHUNK_ROWS);
  // No chunk is free before the first round.
  numbers.set([0, 0, chunks, 0, chunks, CHUNK_ROWS, task.rows, task.starts, task.columns, task.values]);
  numbers.set([task.table, task.stride, task.places, task.most], 10);
}

/** Waits until every chunk is done; false where one has been taken and does not come back. */
function awaitChunks(numbers: Int32Array): boolean {
  for (;;) {
    const done = Atomics.load(numbers, DONE);
    if (done >= (numbers[CHUNKS] ?? 0)) return true;
    if (Atomics.wait(numbers, DONE, done, PATIENCE) === 'timed-out') return false;
  }
}

/**
 * One thread for each of the task's `sums`, the caller being the first. Chunks are fixed and every row is summed alone, so
 * that the bytes are the same for any number of threads.
 */
export function gatherTeam(task: SharedTask): Team {
  const { room, sums } = task;
  const numbers = new Int32Array(room.memory.buffer, task.task, TASK_BYTES / 4);
  const own = sums[0] ?? 0;
  writeTask(task, numbers);
  startWorkers(task);
  return {
    runRound() {
      // A worker that is late from the last round may take a chunk as soon as `NEXT` is 0: hence the order.
      Atomics.store(numbers, DONE, 0);
      Atomics.store(numbers, NEXT, 0);
      Atomics.add(numbers, ROUND, 1);
      Atomics.notify(numbers, ROUND);
      room.loops.take_chunks(task.task, own);
      if (awaitChunks(numbers)) return;
      const { rows, starts, columns, values, table, stride, places, most } = task;
      room.loops.assign_sparse(rows, starts, columns, values, table, stride, own, places, most);
    },
    sendHome() {
      Atomics.store(numbers, GO_HOME, 1);
      Atomics.add(numbers, ROUND, 1);
      Atomics.notify(numbers, ROUND);
    },
  };
}
