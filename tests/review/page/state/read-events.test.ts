import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEvents } from '../../../../src/review/page/state/read-events.js';

async function readAll(chunks: readonly Uint8Array[]): Promise<readonly string[]> {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const read: string[] = [];
  for await (const data of readEvents(stream)) read.push(data);
  return read;
}

it('reads events whole, wherever the network cuts them', async () => {
  const texts = ['{"told":"Marked a quote of Zoë"}', '{"told":"…"}', '{}'];
  const bytes = new TextEncoder().encode(`: comment\n\n${texts.map((text) => `data: ${text}\n\n`).join('')}`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: bytes.length }), { maxLength: 8 }), async (cuts) => {
      const places = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
      const chunks = places.slice(1).map((to, place) => bytes.slice(places[place], to));
      expect(await readAll(chunks)).toEqual(['', ...texts]);
    }),
  );
});

it('says nothing of an event that the line broke off in', async () => {
  expect(await readAll([new TextEncoder().encode('data: {"a":1}\n\ndata: {"b"')])).toEqual(['{"a":1}']);
});
