import type { Context } from 'hono';
import type { Asker } from '../assistant/question.js';
import type { ApiEnvironment } from './office.js';

/** Who asks, and whether other coders' decisions are to be left out (`?blind=1`). */
export function readAsker(context: Context<ApiEnvironment>): Asker {
  return { coder: context.get('coder'), blind: context.req.query('blind') === '1' };
}
