import { z } from 'zod';

const idSchema = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u,
    'an id is letters, digits, ".", "_" and "-", e.g. define-success',
  );

/** A theme as written in `taxonomy.yaml`; children nest under `themes`. */
export const themeEntrySchema = z.strictObject({
  id: idSchema,
  label: z.string().min(1).optional(),
  description: z.string().optional(),
  include: z.string().optional(),
  exclude: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  notKeywords: z.array(z.string()).optional(),
  examples: z.array(z.string()).optional(),
  get themes() {
    return z.array(themeEntrySchema).optional();
  },
});
export type ThemeEntry = z.infer<typeof themeEntrySchema>;

const dimensionEntrySchema = z.strictObject({
  id: idSchema,
  label: z.string().min(1).optional(),
  themes: z.array(themeEntrySchema).nullish(),
});

/** The whole of `taxonomy.yaml`. */
export const taxonomyFileSchema = z.strictObject({ dimensions: z.array(dimensionEntrySchema) });
export type TaxonomyFile = z.infer<typeof taxonomyFileSchema>;

/** What a quote can be about. "Under a theme" is by `parentId`, never by a prefix of the id. */
export type Theme = {
  readonly id: string;
  /** Id of the dimension. */
  readonly dimension: string;
  readonly label: string;
  readonly description: string;
  readonly include: string;
  readonly exclude: string;
  readonly keywords: readonly string[];
  readonly notKeywords: readonly string[];
  readonly examples: readonly string[];
  readonly parentId: string | null;
};

/** A family of themes, such as `theme` or `voice`. */
export type Dimension = { readonly id: string; readonly label: string };

/** All themes, parents before their children, in the order of the file. */
export type Taxonomy = { readonly dimensions: readonly Dimension[]; readonly themes: readonly Theme[] };
