import { z } from 'zod';
import { baseSchema } from '../../model/base.js';
import { quoteSchema, suggestionSchema, turnSchema } from './common.js';

const shareSchema = z.object({
  theme: z.string(),
  tagger: z.string(),
  accepted: z.int(),
  of: z.int(),
  /** Wilson, 95 %. */
  interval: z.tuple([z.number(), z.number()]),
});

/** What suggestions were made from. */
const basisSchema = z.object({
  /** Keywords alone, before anything is learned; a part of the quotes; or all of them. */
  stage: z.enum(['keywords', 'part', 'whole']),
  /** Decided quotes that were learned from, and how many there were. */
  learned: z.int(),
  decided: z.int(),
  /** Quotes that were judged by it, and how many there were. */
  judged: z.int(),
  quotes: z.int(),
  /** Whether better ones are being made that are learned from more. */
  more: z.boolean(),
  /** How many more were made than can be held. */
  dropped: z.int(),
  /** How often the study was changed after that. */
  since: z.int(),
});
export type BasisView = z.infer<typeof basisSchema>;

/** A suggestion, and all taggers that make it, its own first. */
const proposalSchema = suggestionSchema.extend({ taggers: z.array(z.string()) });
export type ProposalView = z.infer<typeof proposalSchema>;

/** `GET /api/queue?theme=&count=`: open suggestions, the most informative first. */
export const queueSchema = z.object({
  /** False while the suggestions are made for the first time. */
  ready: z.boolean(),
  /** Version of the study that they were made from. */
  version: z.int(),
  /** Missing until they are made. */
  basis: basisSchema.optional(),
  open: z.int(),
  items: z.array(
    z.object({
      quote: quoteSchema,
      /** What was said just before and after, in the same transcript. */
      before: z.array(turnSchema),
      after: z.array(turnSchema),
      suggestion: proposalSchema,
      /** Other themes proposed for the quote, best first. */
      others: z.array(proposalSchema),
      /** Why this one comes now: "the tagger is least sure here". */
      why: z.string(),
    }),
  ),
  /** Precision so far: of what each tagger proposed for each theme on a card and people answered there. */
  precision: z.array(shareSchema),
  /** What that is a measure of, in a sentence to stand beside it. */
  precisionBasis: z.string().optional(),
});
export type QueueView = z.infer<typeof queueSchema>;
export type QueueItem = QueueView['items'][number];

/** `GET /api/themes/:id/board` */
export const boardSchema = z.object({
  theme: z.string(),
  /** In the board's order: those ordered by hand first. */
  quotes: z.array(quoteSchema),
  /** Ids that the reports would print now, and why each: the same choice as the `quotes` command. */
  picked: z.array(z.object({ quote: z.string(), reason: z.string() })),
  /** The whole memo, as Markdown, and as HTML that holds no raw HTML of the memo. */
  memo: z.string(),
  memoHtml: z.string(),
  /** Ids that somebody put into an order, also of quotes that have left the theme since. */
  ordered: z.array(z.string()),
});
export type BoardView = z.infer<typeof boardSchema>;

/** `GET /api/clusters` */
export const clustersSchema = z.object({
  ready: z.boolean(),
  clusters: z.array(
    z.object({
      id: z.string(),
      terms: z.array(z.string()),
      isPrompt: z.boolean(),
      /** Theme that most of its quotes carry, else empty. */
      nearestTheme: z.string(),
      cohesion: z.number(),
      participants: z.int(),
      quotes: z.array(quoteSchema),
    }),
  ),
  unclustered: z.int(),
  notices: z.array(z.string()),
});
export type ClustersView = z.infer<typeof clustersSchema>;

/** `POST /api/preview { action }`: what an action on the taxonomy would change, before it is done. */
export const previewSchema = z.object({
  /** Sentences: "12 decisions of 2 coders move to “Define success”." */
  lines: z.array(z.string()),
  quotes: z.int(),
  decisions: z.int(),
  refused: z.string(),
  /** What it would put other words, or another order, in the place of, by field; and the marks of what stands there now. */
  replaces: z.array(z.object({ field: z.string(), now: z.string(), next: z.string() })),
  base: baseSchema,
});
export type PreviewView = z.infer<typeof previewSchema>;
