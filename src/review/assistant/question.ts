import type { CompareQuery, QueueQuery, SearchQuery } from '../messages/requests.js';

/** Who asks, and whether other coders' decisions are to be left out. */
export type Asker = { readonly coder: string; readonly blind: boolean };

export type ReportRequest = { readonly report: string; readonly format: string; readonly consent: string };

/** What does not depend on who asks: the ISO day, and the version of the tool. */
export type About = { readonly today: string; readonly version: string };

/** What takes long to answer. */
export type Question = Asker &
  About &
  (
    | { readonly kind: 'passages'; readonly transcript: string }
    | {
        readonly kind: 'likely';
        readonly about:
          | { readonly quote: string }
          | { readonly transcript: string; readonly start: number; readonly end: number };
      }
    | { readonly kind: 'search'; readonly query: SearchQuery }
    | { readonly kind: 'queue'; readonly query: QueueQuery }
    | { readonly kind: 'board'; readonly theme: string }
    | { readonly kind: 'clusters' }
    | { readonly kind: 'compare'; readonly query: CompareQuery }
    /** `path` is where the report will be found. */
    | { readonly kind: 'preview-report'; readonly request: ReportRequest; readonly path: string }
    | { readonly kind: 'write-report'; readonly request: ReportRequest }
    | { readonly kind: 'export'; readonly extension: string }
  );

/** A question as the server asks it; the assistant knows the rest. */
export type Asked = Without<Question, keyof About>;

type Without<Q, Key extends PropertyKey> = Q extends Question ? Omit<Q, Key> : never;

/** A message as JSON, written already, and what goes with it. */
export type Answer = {
  readonly json: string;
  /** A report, as HTML. */
  readonly page?: string;
  /** A file to be saved. */
  readonly file?: Uint8Array;
};
