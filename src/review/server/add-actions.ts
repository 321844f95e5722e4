import type { Hono } from 'hono';
import { ToolkitError } from '../../errors.js';
import { actionRequestSchema } from '../../model/action.js';
import type { ServerEvent } from '../messages/study.js';
import type { ApiEnvironment, Office } from './office.js';
import { readJson } from './read-json.js';
import { readRequest } from './read-request.js';

/** `POST /actions`, answered when the action is on disk, and `GET /events`, by which every window hears of it. */
export function addActions(api: Hono<ApiEnvironment>, { keeper, events }: Office): void {
  api.post('/actions', async (context) => {
    const request = readRequest(actionRequestSchema, await readJson(context.req.raw));
    return context.json(keeper.perform(request, context.get('coder')));
  });
  api.get('/events', (context) => {
    const stream = events.listen(greet({ keeper }));
    if (stream === undefined) {
      throw new ToolkitError('try-again', 'too many windows are open', { hint: 'Close some.' });
    }
    return context.body(stream, 200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  });
}

/** A window that comes (back) learns which version there is, so that it sees whether it missed something. */
function greet({ keeper }: Pick<Office, 'keeper'>): readonly ServerEvent[] {
  const { version } = keeper.readDesk();
  const message = keeper.readTrouble();
  return [
    { kind: 'changed', version, by: '', told: '', what: [] },
    ...(message === '' ? [] : [{ kind: 'trouble', message } as const]),
  ];
}
