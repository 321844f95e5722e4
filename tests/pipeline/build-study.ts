import type { Decision } from '../../src/model/decision.js';
import type { ConsentScope, Participant } from '../../src/model/participant.js';
import type { Quote } from '../../src/model/quote.js';
import { settingsSchema } from '../../src/model/settings.js';
import type { Study } from '../../src/model/study.js';
import type { Theme } from '../../src/model/theme.js';

export type StudyParts = Partial<Omit<Study, 'settings' | 'taxonomy'>> & {
  readonly themes?: readonly Theme[];
};

export function buildStudy({ themes = [], ...parts }: StudyParts): Study {
  const dimensions = [...new Set(themes.map(({ dimension }) => dimension))].map((id) => ({ id, label: id }));
  return {
    settings: settingsSchema.parse({ name: 'Lighthouses' }),
    participants: [],
    transcripts: [],
    taxonomy: { dimensions, themes },
    quotes: [],
    decisions: [],
    memos: [],
    ...parts,
  };
}

export function buildTheme(id: string, rest: Partial<Theme> = {}): Theme {
  return {
    id,
    dimension: 'theme',
    label: id,
    description: '',
    include: '',
    exclude: '',
    keywords: [],
    notKeywords: [],
    examples: [],
    parentId: null,
    ...rest,
  };
}

export function buildParticipant(
  id: string,
  scopes: readonly ConsentScope[],
  attributes: Readonly<Record<string, string>> = {},
): Participant {
  return { id, attributes, consent: { known: true, scopes } };
}

/** One coder's decision that the theme applies. */
export function accept(quote: Quote, themeId: string): Decision {
  return { quoteId: quote.id, themeId, coder: 'ana', applies: true, decidedAt: '2026-04-02T09:14:20Z' };
}
