import type { CueWords } from './cue-words.js';

export const germanCues: CueWords = {
  'first-person': {
    words: `
      ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer
    `,
  },
  feeling: {
    words: `
      angst ängstlich ärgern ärgerlich ärger befürchten begeistert belastend beschämt enttäuscht enttäuschend
      erleichtert erschöpft frei freude freuen froh frustriert frustrierend fühlen fürchten gefühl genervt glücklich
      hassen hilflos hoffen hoffnung leid liebe lieben müde mut nervös nervt panik peinlich sauer scham schlimm schmerz
      schock schrecklich sorge sorgen spaß stolz stress stressig traurig überfordert überrascht unangenehm unglücklich
      unsicher verärgert vertrauen verwirrt verwirrend verzweifelt weinen wohl wut wütend zufrieden
    `,
    phrases: 'hat mich gestört, tut weh, am ende',
  },
  judgement: {
    words: `
      anstrengend bequem cool besser beste blöd einfach einfacher falsch gut hilfreich ideal interessant intuitiv kaputt
      klar kompliziert komisch langsam langweilig leicht mühsam nützlich nutzlos problem praktisch richtig schade
      schlecht schlechter schön schwer schwierig sinnlos sinnvoll spannend super toll übersichtlich umständlich
      unfair unklar unmöglich unnötig unübersichtlich verständlich wertvoll wichtig
    `,
    phrases: 'macht sinn, ergibt sinn, gefällt mir, funktioniert nicht, verstehe nicht',
  },
  wish: {
    words:
      'brauche brauchen bräuchte erwarten erwartung hoffe möchte sollte traum träumen will wollte wunsch wünschen',
    phrases: 'hätte gern, hätte gerne, würde gern, würde gerne, wäre gut, wäre schön, wäre besser, muss man',
  },
  contrast: {
    words: `
      aber allerdings andererseits dagegen dennoch doch einerseits jedoch obwohl sondern sonst statt stattdessen
      trotz trotzdem während
    `,
    phrases: 'auf der anderen, nicht mehr, nicht nur, im gegenteil',
  },
  reason: {
    words: 'bedeutet damit dadurch darum denn deshalb deswegen grund heißt weil weshalb',
    phrases: 'das heißt, aufgrund von, um zu',
  },
  emphasis: {
    words: `
      absolut alle alles besonders dauernd ehrlich extrem ganz gar immer irgendwie jeder jedes keiner komplett
      niemand nichts nie nur sehr ständig total überhaupt völlig wirklich ziemlich zu
    `,
    phrases: 'jedes mal, die ganze zeit, auf jeden fall, ehrlich gesagt',
  },
  concreteness: {
    words: `
      abend abends einmal gefragt gesagt gestern heute jahr letzte minute mittwoch monat montag morgen morgens nacht
      dienstag donnerstag freitag samstag sonntag stunde tag uhr woche wochenende zweimal
    `,
    phrases: 'zum beispiel, beispielsweise, zum ersten mal',
  },
};
