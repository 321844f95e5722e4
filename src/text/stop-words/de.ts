import { listWords, type StopWords } from './stop-words.js';

export const germanStopWords: StopWords = {
  functionWords: listWords(`
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener
    jene jenes
    und oder aber denn sondern doch weil dass wenn als ob damit obwohl während also dann
    ich mich mir mein meine meinen meinem meiner du dich dir dein deine er ihn ihm sein seine seinen
    seinem seiner sie ihr ihre ihren ihrem ihrer es wir uns unser unsere euch euer man sich selbst
    wer wen wem was welche welcher welches wann wo warum wie da hier dort
    in im an am auf aus bei beim mit nach von vom zu zum zur über unter für durch um vor hinter zwischen
    bis seit gegen ohne
    bin bist ist sind war waren wäre gewesen sei habe hast hat haben hatte hatten hätte werde wird
    werden wurde wurden würde worden kann können konnte könnte muss müssen musste soll sollte will
    wollte darf mag
    auch nur noch schon sehr so mehr alle alles andere anderen einmal
  `),
  negations: listWords(`
    nicht nichts nie niemals niemand kein keine keinen keinem keiner nein
  `),
  fillers: [
    ...listWords('äh ähm öhm hm mhm naja na ja halt eben eigentlich sozusagen quasi genau okay ok tja'),
    'sag ich mal',
    'weißt du',
    'ich mein',
    'ich meine',
    'wie gesagt',
  ],
};
