import { listWords, type StopWords } from './stop-words.js';

export const spanishStopWords: StopWords = {
  functionWords: listWords(`
    el la los las lo un una unos unas este esta esto estos estas ese esa eso esos esas aquel aquella
    aquello
    y e o u pero sino porque que si aunque cuando mientras como entonces
    yo me mi mis mí tú te tu tus ti él ella ello ellos ellas usted ustedes le les se su sus nosotros
    nosotras nos nuestro nuestra nuestros nuestras vosotros os uno
    quien quién quienes cual cuál cuales qué cómo cuándo dónde donde aquí ahí allí
    de del a al en con por para desde hasta entre sobre según tras durante ante bajo hacia
    soy eres es somos son era eran fue fueron ser sido sea estoy está estamos están estaba estar he has
    ha hemos han había haber hay tengo tiene tienen tenía puede pueden podía
    muy más también ya todo toda todos todas otro otra otros otras mismo misma cada algún alguna algo
    así
  `),
  negations: listWords(`
    no nunca jamás nada nadie ningún ninguna ninguno tampoco ni
  `),
  fillers: [
    ...listWords('eh em mmm pues bueno vale ok ajá sí'),
    'o sea',
    'es decir',
    'digamos que',
    'sabes qué',
  ],
};
