import type { Context, Hono } from 'hono';
import type { Asked, Asker } from '../assistant/question.js';
import { reportRequestSchema } from '../messages/comparing.js';
import { likelyRequestSchema } from '../messages/reading.js';
import {
  compareQuerySchema,
  exportRequestSchema,
  queueQuerySchema,
  searchQuerySchema,
} from '../messages/requests.js';
import { refuseBroken } from './judge-damage.js';
import type { ApiEnvironment, Office } from './office.js';
import { readAsker } from './read-asker.js';
import { readJson } from './read-json.js';
import { readQuery, readRequest } from './read-request.js';

type ApiContext = Context<ApiEnvironment>;
type Plain = Asked extends infer Q ? (Q extends Asked ? Omit<Q, keyof Asker> : never) : never;

/** What takes long is answered by the assistant, so that no action waits for it. */
export function addDearAnswers(api: Hono<ApiEnvironment>, office: Office): void {
  addReading(api, office);
  addDeciding(api, office);
  addPublishing(api, office);
}

const jsonType = { 'Content-Type': 'application/json' };

async function ask(context: ApiContext, { assistant }: Office, plain: Plain): Promise<Response> {
  const { json } = await assistant.ask({ ...plain, ...readAsker(context) });
  return context.body(json, 200, jsonType);
}

function addReading(api: Hono<ApiEnvironment>, office: Office): void {
  api.get('/transcripts/:id/passages', (context) =>
    ask(context, office, { kind: 'passages', transcript: context.req.param('id') }),
  );
  api.post('/themes/likely', async (context) => {
    const about = readRequest(likelyRequestSchema, await readJson(context.req.raw));
    return ask(context, office, { kind: 'likely', about });
  });
  api.get('/search', (context) => {
    const query = readQuery(searchQuerySchema, context.req.url, ['where']);
    return ask(context, office, { kind: 'search', query });
  });
}

function addDeciding(api: Hono<ApiEnvironment>, office: Office): void {
  api.get('/queue', (context) =>
    ask(context, office, { kind: 'queue', query: readQuery(queueQuerySchema, context.req.url) }),
  );
  api.get('/themes/:id/board', (context) =>
    ask(context, office, { kind: 'board', theme: context.req.param('id') }),
  );
  api.get('/clusters', (context) => ask(context, office, { kind: 'clusters' }));
  api.get('/compare', (context) =>
    ask(context, office, { kind: 'compare', query: readQuery(compareQuerySchema, context.req.url) }),
  );
}

/** Nothing is published of a study that must be mended first: what it is shown by may not be what was agreed to. */
function addPublishing(api: Hono<ApiEnvironment>, office: Office): void {
  const { assistant, keeper, tickets } = office;
  api.post('/reports/preview', async (context) => {
    refuseBroken(keeper.readDesk());
    const request = readRequest(reportRequestSchema, await readJson(context.req.raw));
    const ticket = tickets.draw();
    const asked = { kind: 'preview-report', request, path: `/preview/${ticket}` } as const;
    const { json, page } = await assistant.ask({ ...asked, ...readAsker(context) });
    if (page !== undefined) tickets.keep(ticket, page);
    return context.body(json, 200, jsonType);
  });
  api.post('/reports/write', async (context) => {
    refuseBroken(keeper.readDesk());
    const request = readRequest(reportRequestSchema, await readJson(context.req.raw));
    return ask(context, office, { kind: 'write-report', request });
  });
  api.post('/export', async (context) => {
    refuseBroken(keeper.readDesk());
    const { extension } = readRequest(exportRequestSchema, await readJson(context.req.raw));
    const { file } = await assistant.ask({ kind: 'export', extension, ...readAsker(context) });
    return context.body(new Uint8Array(file ?? []), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment; filename="study"',
    });
  });
}
