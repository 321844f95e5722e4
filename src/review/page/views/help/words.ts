/** The words of the product, a sentence each, in the order in which somebody meets them. */
export const words: readonly { readonly word: string; readonly says: string }[] = [
  {
    word: 'Study',
    says: 'One folder with everything: transcripts, themes, quotes and decisions, as plain files.',
  },
  {
    word: 'Participant',
    says: 'A person who was interviewed, known by a code such as P07 and never by a name.',
  },
  { word: 'Transcript', says: 'The text of one interview; what one speaker says in one go is an utterance.' },
  { word: 'Quote', says: 'A passage that somebody marked, with its exact place in a transcript.' },
  { word: 'Theme', says: 'Something that a quote can be about; all themes together are the taxonomy.' },
  { word: 'Dimension', says: 'A family of themes, such as what is talked about and what it voices.' },
  { word: 'Coder', says: 'Somebody who marks quotes and decides what they are about.' },
  { word: 'Decision', says: 'What a coder says: this theme applies to this quote, or it does not.' },
  { word: 'Suggestion', says: 'What the machine proposes; it counts for nothing until a coder decides.' },
  { word: 'Evidence', says: 'The words and the quotes that made the machine propose it.' },
  {
    word: 'Resolution',
    says: 'A third decision that settles what two coders see differently; theirs are kept.',
  },
  { word: 'Cluster', says: 'A group of quotes that are alike, offered as a prompt for a theme.' },
  { word: 'Memo', says: 'What you write about a theme; reports print it beside its quotes.' },
  { word: 'Board', says: 'The quotes of one theme, in the order in which you want to tell them.' },
  { word: 'The gate', says: 'What looks through every report for names and places before it is written.' },
];
