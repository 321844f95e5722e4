// A review server that is loaded beforehand and opens a study when it is told to, so that a test can kill many of them.
import { startReview } from '../../../dist/review/server/start-review.js';

const assistant = () => ({
  reload: () => undefined,
  change: () => undefined,
  ask: async () => ({ json: '{}' }),
  close: async () => undefined,
});

process.once('message', async ({ folder, coders }) => {
  const { links } = await startReview({ folder, coders, now: () => new Date(), assistant, page: new Map() });
  process.send({ links });
});
process.send('loaded');
