import { expect, it, onTestFinished } from 'vitest';
import { applyChanges, type HistoryEntry, openRecording, readStudy, type Study } from '../../../src/index.js';
import { makeStudy } from '../../workspace/make-study.js';
import { prepareServers } from './servers.js';
import { type Client, drawAction, drawFrom, makeClient, storm } from './storm.js';

/** More of them with `CRASHES=200`: each takes about half a second. */
const CRASHES = Number(process.env.CRASHES ?? 12);

const talk = (name: string) =>
  `**Interviewer:** How do you sleep?\n\n${Array.from(
    { length: 12 },
    (_, turn) =>
      `**${name}:** Badly, ${name} says for the ${turn}th time. I wake up at noon, and the flat is loud.\n`,
  ).join('\n')}`;

const texts = new Map(['P01', 'P02'].map((name) => [name, talk(name)]));

const makeTarget = () =>
  makeStudy(Object.fromEntries([...texts].map(([name, text]) => [`transcripts/${name}.md`, text])));

const sortDecisions = ({ decisions }: Study) => decisions.map((decision) => JSON.stringify(decision)).sort();

const sortQuotes = ({ quotes }: Study) => quotes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

const sortMemos = ({ memos }: Study) => memos.toSorted((a, b) => (a.themeId < b.themeId ? -1 : 1));

const sortBoards = ({ boards = [] }: Study) =>
  boards.filter(({ quoteIds }) => quoteIds.length > 0).toSorted((a, b) => (a.themeId < b.themeId ? -1 : 1));

/** What the files say is what the history says, from the study as it was before. */
function compareFolder(folder: string, before: Study): readonly HistoryEntry[] {
  const { history } = openRecording(folder);
  const { study, notices } = readStudy(folder);
  const told = history.reduce((sum, { changes }) => applyChanges(sum, changes), before);
  expect(notices.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(sortQuotes(study)).toEqual(sortQuotes(told));
  expect(sortDecisions(study)).toEqual(sortDecisions(told));
  expect(study.taxonomy).toEqual(told.taxonomy);
  expect(sortMemos(study)).toEqual(sortMemos(told));
  expect(sortBoards(study)).toEqual(sortBoards(told));
  return history;
}

/** Everything that was acknowledged is recorded, once, as it was sent and in its order; what was refused is not. */
function compareClient({ coder, acknowledged, refused }: Client, history: readonly HistoryEntry[]): void {
  const own = history.filter(({ by }) => by === coder);
  const ids = own.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(acknowledged.map(({ id }) => id));
  expect(ids.filter((id) => known.has(id))).toEqual(acknowledged.map(({ id }) => id));
  expect(ids.filter((id) => refused.some((posted) => posted.id === id))).toEqual([]);
  for (const { id, action } of acknowledged)
    expect(own.find((entry) => entry.id === id)?.action).toMatchObject(action);
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until some actions were acknowledged, from none to twenty, and then for a moment: the machine may be slow. */
async function waitForSome(clients: readonly Client[], draw: () => number): Promise<void> {
  const count = () => clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  const goal = count() + Math.floor(draw() * 20);
  for (let waits = 0; count() < goal && waits < 2000; waits++) await wait(2);
  await wait(draw() * 20);
}

it(
  `loses nothing acknowledged when the server is killed ${CRASHES} times in a storm of actions`,
  async () => {
    const folder = makeTarget();
    const before = readStudy(folder).study;
    const transcripts = before.transcripts.map(({ id, text }) => ({ id, length: text.length }));
    const known = { transcripts, themes: ['sleep', 'pay'] };
    const coders = ['ana', 'ben', 'cleo'];
    const clients = coders.map(makeClient);
    const draw = drawFrom(20_261_125);
    const servers = prepareServers();
    onTestFinished(servers.end);
    let recorded = 0;
    for (let crash = 0; crash < CRASHES; crash++) {
      const server = await servers.start(folder, coders);
      const storms = clients.map((client, token) =>
        storm(server, client, { token, next: () => drawAction(draw, known, client) }),
      );
      await waitForSome(clients, draw);
      await server.kill();
      await Promise.all(storms);
      const history = compareFolder(folder, before);
      for (const client of clients) compareClient(client, history);
      expect(history.length).toBeGreaterThanOrEqual(recorded);
      recorded = history.length;
    }
    const all = clients.flatMap(({ acknowledged }) => acknowledged);
    expect(all.length).toBeGreaterThan(CRASHES * 3);
    expect(new Set(all.map(({ action }) => action.kind)).size).toBeGreaterThan(8);
    if (process.env.CRASHES !== undefined)
      process.stderr.write(`${CRASHES} crashes, ${all.length} acknowledged, ${recorded} recorded\n`);
  },
  30_000 + CRASHES * 5000,
);
