import type { PageFile } from '../../index.js';
import type { Assistant } from '../assistant/assistant.js';
import type { Access } from './access.js';
import type { Tickets } from './issue-tickets.js';
import type { Keeper } from './keep-study.js';
import type { Events } from './open-events.js';

/** All that an answer may need, in one place. */
export type Office = {
  readonly access: Access;
  readonly assistant: Assistant;
  readonly events: Events;
  /** `Host` headers that are answered. */
  readonly hosts: ReadonlySet<string>;
  readonly keeper: Keeper;
  readonly now: () => Date;
  /** Files of the page by path. */
  readonly page: ReadonlyMap<string, PageFile>;
  readonly tickets: Tickets;
};

/** Who asks is known to every route under `/api` but the session. */
export type ApiEnvironment = { readonly Variables: { coder: string } };
