import { z } from 'zod';
import { actionSchema } from '../../model/action.js';

const nameSchema = z.string().max(200);

/** How many things a list gives, from the text of an address. */
const countSchema = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number);

/** `POST /api/session` */
export const sessionRequestSchema = z.strictObject({ token: nameSchema });

/** `POST /api/preview` */
export const previewRequestSchema = z.strictObject({ action: actionSchema });

/** `POST /api/export`: the ending of a file, such as `.csv`, with or without its dot. */
export const exportRequestSchema = z.strictObject({ extension: z.string().max(20) });

/** `GET /api/queue?theme=&count=` */
export const queueQuerySchema = z.object({
  theme: nameSchema.default(''),
  count: countSchema.default(20),
});
export type QueueQuery = z.infer<typeof queueQuerySchema>;

/** `GET /api/search?q=&in=&theme=&coder=&where=role=staff`; `where` may be there several times. */
export const searchQuerySchema = z.object({
  q: z.string().max(1000).default(''),
  in: nameSchema.default(''),
  theme: nameSchema.default(''),
  coder: nameSchema.default(''),
  where: z.array(nameSchema).max(20).default([]),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** `GET /api/compare?a=&b=&count=`: of the rows the first `count`. */
export const compareQuerySchema = z.object({
  a: nameSchema.default(''),
  b: nameSchema.default(''),
  count: countSchema.default(500),
});
export type CompareQuery = z.infer<typeof compareQuerySchema>;

/** `GET /api/history?before=&count=` */
export const historyQuerySchema = z.object({
  before: nameSchema.default(''),
  count: countSchema.default(50),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;
