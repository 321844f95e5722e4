import { listWords, type StopWords } from './stop-words.js';

export const italianStopWords: StopWords = {
  functionWords: listWords(`
    il lo la i gli le l un uno una un' questo questa questi queste quello quella quelli quelle quel
    e ed o oppure ma però che se perché quando mentre come quindi anche
    io me mi mio mia miei mie tu te ti tuo tua tuoi tue lui lei egli ella esso essa si sé suo sua
    suoi sue noi ci nostro nostra nostri nostre voi vi vostro vostra loro ne
    chi cui quale quali cosa dove qui qua lì là
    di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai dagli dalle in
    nel nello nella nei negli nelle con col su sul sullo sulla sui sugli sulle per tra fra
    sono sei è siamo siete era erano ero essere stato stata stati state sia ho hai ha abbiamo avete
    hanno aveva avevano avere avuto può possono faccio fa fare
    c'è c'era molto più tutto tutta tutti tutte altro altra altri altre stesso così già
  `),
  negations: listWords(`
    non no mai niente nulla nessuno nessuna né neanche
  `),
  fillers: [
    ...listWords('eh ehm uhm mah boh beh allora ecco cioè diciamo insomma sì ok okay'),
    'voglio dire',
    'nel senso',
    'per dire',
  ],
};
