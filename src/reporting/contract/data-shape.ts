import { z } from 'zod';

/** The part of a JSON schema that says which paths a template may use. */
const dataShapeSchema = z.looseObject({
  type: z.string().optional(),
  contentMediaType: z.string().optional(),
  get properties() {
    return z.record(z.string(), dataShapeSchema).optional();
  },
  get items() {
    return dataShapeSchema.optional();
  },
});
export type DataShape = z.infer<typeof dataShapeSchema>;

/** The media type of a text that is Markdown, written by the researcher. */
export const MARKDOWN = 'text/markdown';

/** A text that the researcher wrote as Markdown: the only kind that a template may print as prose. */
export const markdownSchema = z.string().meta({ contentMediaType: MARKDOWN });

const shapes = new WeakMap<z.ZodType, DataShape>();

/** The shape of the data that a schema accepts: worked out once, however many templates are held against it. */
export function readShape(schema: z.ZodType): DataShape {
  const shape = shapes.get(schema) ?? dataShapeSchema.parse(z.toJSONSchema(schema));
  shapes.set(schema, shape);
  return shape;
}
