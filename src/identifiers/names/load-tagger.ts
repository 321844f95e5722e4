export type StartsWithProperNoun = (sentence: string) => boolean;

/** wink's model spoils its own data when it is prepared a second time, so it is prepared once. */
const prepared = new Map<'english', Promise<StartsWithProperNoun>>();

/**
 * Loads wink's part-of-speech model for English (about 0.1 s, 4.5 MB), which is why it is not imported above. The
 * function that it gives says whether the first word of a sentence is a proper noun.
 */
export function loadTagger(): Promise<StartsWithProperNoun> {
  const tagger = prepared.get('english') ?? prepareTagger();
  prepared.set('english', tagger);
  return tagger;
}

async function prepareTagger(): Promise<StartsWithProperNoun> {
  const [{ default: makeNlp }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  const nlp = makeNlp(model, ['sbd', 'pos']);
  return (sentence) => {
    const tokens = nlp.readDoc(sentence).tokens();
    const types = tokens.out(nlp.its.type);
    return tokens.out(nlp.its.pos)[types.indexOf('word')] === 'PROPN';
  };
}
