import { type Context, Hono } from 'hono';
import { ToolkitError } from '../../errors.js';
import type { PageFile } from '../../index.js';
import { addActions } from './add-actions.js';
import { addCheapAnswers } from './add-cheap-answers.js';
import { addDearAnswers } from './add-dear-answers.js';
import { addSession } from './add-session.js';
import { judgeRequest } from './judge-request.js';
import type { ApiEnvironment, Office } from './office.js';
import { readOwnCoder } from './read-own-coder.js';
import { commonHeaders, pagePolicy, previewPolicy } from './security-headers.js';
import { tellFailure } from './tell-failure.js';

/** Everything that the server answers. Pages and reports come from memory: no path of a client reaches the disk. */
export function makeApp(office: Office): Hono<ApiEnvironment> {
  const app = new Hono<ApiEnvironment>();
  app.use('*', async (context, next) => {
    refuseForeign(context, office.hosts);
    await next();
    for (const [name, value] of Object.entries(commonHeaders)) context.header(name, value);
  });
  addPage(app, office.page);
  addPreview(app, office);
  app.route('/api', makeApi(office));
  app.notFound(() => answerFailure(new ToolkitError('not-found', 'there is nothing of this name')));
  app.onError((error) => answerFailure(error));
  return app;
}

function refuseForeign(context: Context, hosts: ReadonlySet<string>): void {
  const { method, path } = context.req;
  const isClick = context.req.header('sec-fetch-mode') === 'navigate' && method === 'GET' && path === '/';
  const reason = judgeRequest(
    {
      host: context.req.header('host'),
      origin: context.req.header('origin'),
      site: context.req.header('sec-fetch-site'),
      opensPage: isClick && context.req.header('sec-fetch-dest') === 'document',
    },
    hosts,
  );
  if (reason === undefined) return;
  throw new ToolkitError('foreign-request', `this request is refused: ${reason}`, {
    hint: 'Open the address that the command printed.',
  });
}

const notBuilt = 'The page of the review app is not here. In a checkout, run "npm run build" once.\n';

function addPage(app: Hono<ApiEnvironment>, page: ReadonlyMap<string, PageFile>): void {
  if (page.size === 0) app.get('/', (context) => context.text(notBuilt, 503));
  app.get('*', async (context, next) => {
    const file = page.get(context.req.path);
    if (file === undefined) return next();
    // Names of built files change with their content; the entry does not.
    const keeping = file.type.startsWith('text/html') ? 'no-cache' : 'max-age=31536000, immutable';
    return context.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': file.type,
      'Cache-Control': keeping,
      'Content-Security-Policy': pagePolicy,
    });
  });
}

function addPreview(app: Hono<ApiEnvironment>, { tickets }: Office): void {
  app.get('/preview/:ticket', (context) => {
    const report = tickets.redeem(context.req.param('ticket'));
    if (report === undefined) throw new ToolkitError('not-found', 'this preview is no longer there');
    return context.body(report, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': previewPolicy,
    });
  });
}

function makeApi(office: Office): Hono<ApiEnvironment> {
  const api = new Hono<ApiEnvironment>();
  api.use('*', async (context, next) => {
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  });
  addSession(api, office);
  api.use('*', async (context, next) => {
    const coder = office.access.findCoder(context.req.header('authorization'));
    if (coder === undefined) {
      throw new ToolkitError('signed-out', 'this window is not signed in', {
        hint: 'Open the address that the command printed.',
      });
    }
    // Who came in while the study's own coder was not known is that one.
    context.set('coder', coder || readOwnCoder(office.keeper.readDesk()));
    await next();
  });
  addActions(api, office);
  addCheapAnswers(api, office);
  addDearAnswers(api, office);
  return api;
}

/** A failure that happens before a route is reached carries the headers too. */
function answerFailure(error: unknown): Response {
  const { status, failure } = tellFailure(error);
  const closing = status === 413 ? { Connection: 'close' } : {};
  return Response.json(failure, {
    status,
    headers: {
      ...commonHeaders,
      ...closing,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    },
  });
}
