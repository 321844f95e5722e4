import { listWords } from '../../text/stop-words/stop-words.js';

/**
 * Names that are also everyday words in lower case (English, and the commonest of German, French and Spanish): replaced
 * only where they begin with a capital, since `will` in every sentence names nobody.
 */
export const wordsThatAreNames: ReadonlySet<string> = new Set(
  listWords(`
    ace angel april art august autumn bailey barber baker bill bishop bliss bob bond brook brown bud buck
    carol carter case chance charity chase chip christian clay cliff cook cooper cross curt daisy dale dawn day dean
    dell dick don dot drew duke earl east faith fisher fox frank gale garland gay gene ginger glen grace grant gray green
    guy hall hand harmony harry hazel heather hill holly hope hunt hunter ivory ivy jack jade jay jean jewel john joy
    june justice kay king kit knight lance lane lay lee lily long love lucky major mark marsh mason may melody mercy
    merry miles miller miss moon moss nick noble north olive page park parker pat patience pearl penny pepper peter
    piper pool poppy porter potter price prince queen ray read reed rich rob robin rock rod rose rosemary ruby rush
    rusty sage sally sandy savannah scout see shepherd sherry short sierra singer sky smith son song south sterling
    stone storm sue summer sunny tab tanner taylor teddy temple tom trinity troy turner tyler van victor victory
    violet walker wall ward warren waters weaver west white will wills willow win winter wise wolf wood woods young
    klein gross lang kurz ernst koch bauer weber sommer engel
    blanc petit grand mer rose pierre claire noel pascal
    paz luz sol mar rey rico leon reyes cruz
  `),
);
