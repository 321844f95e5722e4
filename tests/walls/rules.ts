type Rule = { readonly may: readonly string[]; readonly outside: readonly string[]; readonly why: string };

const shelf = {
  may: ['model', 'text'],
  why: 'a part gets plain values, so that it can be added or replaced alone',
};

/** What each room may import: rooms below it, and the outside libraries that live there. */
export const rules: Readonly<Record<string, Rule>> = {
  errors: { may: [], outside: [], why: 'the one error class knows nothing' },
  model: {
    may: [],
    outside: ['zod'],
    why: 'the words of interview research know nothing of how they are used',
  },
  text: {
    may: ['model'],
    outside: [
      'natural',
      'approx-string-match',
      'fastest-levenshtein',
      'node:crypto',
      'node:worker_threads',
      'wabt',
    ],
    why: 'strings and numbers only: text has never heard of a quote',
  },
  formats: { ...shelf, outside: ['csv-parse'] },
  taggers: { ...shelf, outside: [] },
  coefficients: { ...shelf, outside: [] },
  identifiers: { ...shelf, outside: ['linkify-it', 'wink-nlp', 'wink-eng-lite-web-model', 'node:module'] },
  reporting: { ...shelf, outside: ['zod'] },
  pipeline: {
    may: ['model', 'text', 'formats', 'taggers', 'coefficients', 'identifiers', 'reporting'],
    outside: ['handlebars', 'micromark'],
    why: 'stages are pure: value in, value out; the disk is one room up',
  },
  workspace: {
    may: ['model', 'text', 'formats', 'taggers', 'coefficients', 'identifiers', 'reporting', 'pipeline'],
    outside: ['yaml', 'node:crypto', 'node:fs', 'node:path', 'node:url', 'node:os', 'node:buffer'],
    why: 'the only room that touches the disk: what is written safely is written here',
  },
  index: {
    may: [
      'model',
      'text',
      'formats',
      'taggers',
      'coefficients',
      'identifiers',
      'reporting',
      'pipeline',
      'workspace',
    ],
    outside: [],
    why: 'a list of names: what others may rely on, and nothing that works',
  },
  cli: {
    may: ['index'],
    outside: ['commander', 'cli-progress', 'picocolors', 'node:process', 'node:path', 'node:url', 'node:tty'],
    why: 'the library can do all that the command line does, so the command line takes values from index alone',
  },
};
