import { listWords, type StopWords } from './stop-words.js';

export const dutchStopWords: StopWords = {
  functionWords: listWords(`
    de het een 't 'n die dit dat deze
    en of maar want dus omdat als dan terwijl hoewel toen
    ik mij me mijn jij je jou jouw u uw hij hem zijn zij ze haar wij we ons onze jullie hun hen zich
    zelf men
    wie wat welke wanneer waar waarom hoe er daar hier
    van in op aan bij met naar om over onder uit voor door tot tegen tussen na sinds zonder te toe af
    ben bent is was waren geweest wees heb hebt heeft hebben had hadden gehad word wordt worden werd
    werden geworden zal zullen zou zouden kan kunnen kon kunt moet moeten mag wil doe doet doen
    ook nog al wel zo heel meer alle alles ander andere iets eens
  `),
  negations: listWords(`
    niet niets nooit niemand geen nee noch
  `),
  fillers: [
    ...listWords('eh ehm uh uhm hm nou ja oké ok okay gewoon eigenlijk zeg'),
    'weet je',
    'ik bedoel',
    'zeg maar',
    'een beetje',
  ],
};
