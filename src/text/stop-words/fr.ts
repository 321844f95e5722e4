import { listWords, type StopWords } from './stop-words.js';

export const frenchStopWords: StopWords = {
  functionWords: listWords(`
    le la les l un une des du de d au aux ce cet cette ces celui celle ceux celles
    et ou mais donc car que qu si quand lorsque parce puisque comme alors
    je j me m moi mon ma mes tu te t toi ton ta tes il elle on lui se s soi son sa ses nous notre nos
    vous votre vos ils elles eux leur leurs y en
    qui dont où quel quelle quels quelles comment pourquoi ici là ça cela ceci
    à dans par pour sur sous avec entre vers chez depuis pendant avant après
    suis es est sommes êtes sont étais était étaient être été sera serait soit ai as a avons avez ont
    avais avait avaient avoir eu aurait fait faire peut peux peuvent doit va
    ne c'est c'était j'ai qu'il qu'elle qu'on d'un d'une très plus aussi tout toute tous toutes autre
    autres même
  `),
  negations: listWords(`
    pas non jamais rien personne aucun aucune ni n'est n'était n'ai n'a
  `),
  fillers: [
    ...listWords('euh heu hum ben bah bon hein oui ouais voilà enfin quoi ok okay'),
    'tu sais',
    'vous savez',
    'je veux dire',
    'tu vois',
    'en fait',
    'du coup',
  ],
};
