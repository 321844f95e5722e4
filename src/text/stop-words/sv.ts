import { listWords, type StopWords } from './stop-words.js';

export const swedishStopWords: StopWords = {
  functionWords: listWords(`
    en ett den det de denna detta dessa
    och eller men för att om när medan som så då därför eftersom än
    jag mig min mitt mina du dig din ditt dina han honom hans hon henne hennes vi oss vår vårt våra ni
    er ert era dem dom deras sig sin sitt sina själv man
    vem vad vilken vilket vilka var vart varför hur där här
    i på av till från med vid över under efter före innan mellan genom hos mot utan ut upp in
    är varit vara blir blev blivit bli har hade haft ha ska skulle vill ville kan kunde måste bör
    borde gör gjorde göra får fick
    också bara mer mycket alla allt annan annat andra något någon några lite
  `),
  negations: listWords(`
    inte nej aldrig ingen inget inga ingenting varken
  `),
  fillers: [
    ...listWords('eh öh öhm hm mm ja jo liksom alltså typ asså okej ok'),
    'på något sätt',
    'du vet',
    'på så sätt',
    'eller hur',
  ],
};
