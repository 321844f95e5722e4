import { listWords, type StopWords } from './stop-words.js';

export const portugueseStopWords: StopWords = {
  functionWords: listWords(`
    o a os as um uma uns umas este esta isto estes estas esse essa isso esses essas aquele aquela aquilo
    e ou mas porque que se quando enquanto como pois então embora
    eu me mim meu minha meus minhas tu te ti teu tua você vocês ele ela eles elas lhe lhes si seu sua
    seus suas nós nosso nossa nossos nossas dele dela deles delas gente
    quem qual quais onde aqui aí ali lá
    de do da dos das em no na nos nas num numa por pelo pela pelos pelas para pra com sem entre sobre
    até desde ao à aos às
    sou é somos são era eram foi foram ser sido seja estou está estamos estão estava estar tenho tem
    temos têm tinha ter há havia pode podem podia vai vou ir fazer
    muito mais também já todo toda todos todas tudo outro outra outros outras mesmo mesma cada algum
    alguma
  `),
  negations: listWords(`
    não nunca jamais nada ninguém nenhum nenhuma nem
  `),
  fillers: [
    ...listWords('ah eh hum hã né tá bom bem sim ok tipo'),
    'quer dizer',
    'sabe como',
    'ou seja',
    'digamos assim',
  ],
};
