import type { QueueItem } from '../../../../../src/review/messages/deciding.js';

export function makeItem(quote: string, theme = 'work'): QueueItem {
  return {
    quote: {
      id: quote,
      transcript: 'P01',
      participant: 'P01',
      span: { start: 0, end: 4 },
      utterance: 0,
      exact: 'some',
      wording: '',
      note: '',
      important: false,
      by: 'ana',
      at: '',
      inSource: false,
      taggings: [],
    },
    before: [],
    after: [],
    suggestion: {
      theme,
      tagger: 'keyword',
      taggers: ['keyword'],
      confidence: 0.5,
      strength: 'medium',
      calibrated: false,
      rule: true,
      evidence: [],
      flip: '',
    },
    others: [],
    why: '',
  };
}
