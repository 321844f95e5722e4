import { listWords, type StopWords } from './stop-words.js';

export const norwegianStopWords: StopWords = {
  functionWords: listWords(`
    en ei et den det de denne dette disse
    og eller men for fordi at om hvis når mens som så da
    jeg meg min mi mitt mine du deg din di ditt dine han ham hans hun henne hennes vi oss vår vårt våre
    dere deres dem seg sin si sitt sine selv man
    hvem hva hvilken hvilket hvilke hvor hvorfor hvordan der her
    i på av til fra med ved over under etter før mellom gjennom hos mot uten ut opp inn
    er var vært være blir ble blitt bli har hadde hatt ha skal skulle vil ville kan kunne må måtte bør
    burde gjør gjorde gjøre får fikk
    også bare enn mer veldig alle alt annen annet andre noe noen litt
  `),
  negations: listWords(`
    ikke nei aldri ingen ingenting verken
  `),
  fillers: [
    ...listWords('eh øh øhm hm mm ja nja liksom altså egentlig ok okay'),
    'på en måte',
    'ikke sant',
    'du vet',
    'for å si det',
  ],
};
