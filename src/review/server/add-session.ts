import type { Hono } from 'hono';
import { ToolkitError } from '../../errors.js';
import { sessionRequestSchema } from '../messages/requests.js';
import type { ApiEnvironment, Office } from './office.js';
import { readJson } from './read-json.js';
import { readRequest } from './read-request.js';

/** `POST /session`: a token for a key. */
export function addSession(api: Hono<ApiEnvironment>, { access }: Office): void {
  api.post('/session', async (context) => {
    const { token } = readRequest(sessionRequestSchema, await readJson(context.req.raw));
    const session = access.enter(token);
    if (session === undefined) {
      throw new ToolkitError('signed-out', 'this link was used already, or is of an earlier server', {
        hint: 'Open the address that the command printed last; end it and start it again for a new one.',
      });
    }
    return context.json(session);
  });
}
