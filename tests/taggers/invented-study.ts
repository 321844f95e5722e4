import type { Decision } from '../../src/model/decision.js';
import type { Quote } from '../../src/model/quote.js';
import type { ExplainedSuggestion } from '../../src/model/suggestion.js';
import type { Taxonomy, Theme } from '../../src/model/theme.js';
import type { TaggerInput } from '../../src/taggers/tagger.js';
import { countTexts } from '../../src/text/count-texts.js';

function inventQuote(id: string, exact: string): Quote {
  const span = { start: 0, end: exact.length };
  return { id, transcriptId: 'P01', span, exact, prefix: '', suffix: '' };
}

/** Quotes q1, q2 … */
export function inventQuotes(texts: readonly string[]): readonly Quote[] {
  return texts.map((text, index) => inventQuote(`q${index + 1}`, text));
}

export function inventTheme(id: string, parts: Partial<Theme> = {}): Theme {
  return {
    id,
    dimension: 'theme',
    label: '',
    description: '',
    include: '',
    exclude: '',
    keywords: [],
    notKeywords: [],
    examples: [],
    parentId: null,
    ...parts,
  };
}

function inventTaxonomy(themes: readonly Theme[]): Taxonomy {
  const dimensions = [...new Set(themes.map(({ dimension }) => dimension))];
  return { dimensions: dimensions.map((id) => ({ id, label: id })), themes };
}

export function inventDecision(quoteId: string, themeId: string, applies = true, coder = 'ana'): Decision {
  return { quoteId, themeId, coder, applies, decidedAt: '2026-04-02T09:14:20Z' };
}

/** A suggestion that rests on one word. */
export function inventSuggestion(
  quoteId: string,
  themeId: string,
  {
    tagger,
    confidence,
    rule = false,
  }: { readonly tagger: string; readonly confidence: number; readonly rule?: boolean },
): ExplainedSuggestion {
  return {
    quoteId,
    themeId,
    tagger,
    confidence,
    evidence: [{ kind: 'shared-term', term: 'plan', weight: 1 }],
    strength: 'medium',
    calibrated: false,
    rule,
    measured: null,
    flip: { over: 0.5, without: ['plan'], changes: true, leaves: -0.5, runnerUp: null },
  };
}

export function inventInput(
  quotes: readonly Quote[],
  themes: readonly Theme[],
  decisions: readonly Decision[] = [],
): TaggerInput {
  const counted = countTexts(
    quotes.map(({ exact }) => exact),
    'en',
  );
  return { quotes, counted, taxonomy: inventTaxonomy(themes), decisions, language: 'en' };
}
