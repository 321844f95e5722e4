import { ToolkitError } from '../../errors.js';
import type { SourceBytes } from '../../packages/open-package.js';
import type { ExchangedReading, Loss } from '../exchange.js';
import { countLeft, countLosses } from '../refi/list-import-losses.js';
import { type Database, openDatabase, type SqlRow } from '../sqlite/open-database.js';
import { textOf } from '../sqlite/read-cells.js';
import { readCases } from './read-cases.js';
import { readMarks } from './read-marks.js';
import { isSpeakers, readThemes } from './read-themes.js';

/** What every version has (1 to 17 of the database); columns that later ones added are taken where they are. */
const needed = ['project', 'source', 'code_name', 'code_cat', 'code_text', 'cases', 'case_text'];

/**
 * Reads the database of a QualCoder project. Throws `ToolkitError` as `openDatabase` does, and
 * `not-a-qualcoder-project`.
 */
export function readQualcoder(source: SourceBytes): ExchangedReading {
  const database = openDatabase(source);
  if (!needed.every((name) => database.tables.includes(name))) throw isNoProject(source.name);
  const [project] = database.read('project');
  const sources = database.read('source');
  const texts = sources.filter((row) => textOf(row, 'fulltext').trim() !== '');
  const allCodings = database.read('code_text');
  const codings = allCodings.filter((row) => !isSpeakers(row));
  const themes = readThemes(database, allCodings);
  const annotations = database.read('annotation');
  const keys = new Set(themes.map(({ key }) => key));
  const marks = readMarks({ texts, codings, annotations, themes: keys });
  const cases = readCases(database, texts);
  const owners = new Set([...codings, ...annotations].map((row) => textOf(row, 'owner')));
  owners.delete('');
  return {
    study: {
      name: source.name.replace(/\.qda$/i, ''),
      origin: (project === undefined ? '' : textOf(project, 'about')) || 'QualCoder',
      themes,
      texts: marks.texts,
      passages: marks.passages,
      participants: cases.participants,
      coders: [...owners].map((name) => ({ key: name, name, isCode: false })),
      memos: [],
    },
    losses: [
      ...listTableLosses(database, sources),
      ...countLosses([
        ['speaker coding', allCodings.length - codings.length, 'the labels in the text say who speaks'],
        ['attribute of a file', cases.withheld, 'the file belongs to a case, which has its own'],
      ]),
      ...countLeft([
        ['coding or annotation outside its text', marks.outside, 'its positions or its text are not there'],
        ['coding with a code that is not there', marks.codeless, 'its code is not in the codebook'],
      ]),
    ],
    places: marks.places,
  };
}

/** What stands in tables that have no place with us. */
function listTableLosses(database: Database, sources: readonly SqlRow[]): readonly Loss[] {
  const count = (table: string, column?: string) =>
    database.read(table).filter((row) => column === undefined || textOf(row, column).trim() !== '').length;
  const read = 'read these in QualCoder';
  return countLosses([
    ['source without text', sources.filter(isWordless).length, 'only text has a place, and marks in it'],
    ['coding of an image', count('code_image'), 'only passages of text have a place'],
    ['coding of a recording', count('code_av'), 'only passages of text have a place'],
    ['tie of a passage to a recording', count('code_text', 'avid'), 'only its place in the text is taken'],
    ['category', count('code_cat'), 'categories became themes like all codes'],
    ['colour of a code', count('code_name', 'color'), 'themes have no colours'],
    ['journal entry', count('journal'), `a study has memos of themes only: ${read}`],
    ['memo of the project', count('project', 'memo'), read],
    ['memo of a file', count('source', 'memo'), read],
    ['memo of a case', count('cases', 'memo'), `participants have attributes and no memos: ${read}`],
    ['graph', count('graph'), 'a study has no drawings'],
  ]);
}

const isWordless = (row: SqlRow) => textOf(row, 'fulltext').trim() === '';

function isNoProject(file: string): ToolkitError {
  return new ToolkitError('not-a-qualcoder-project', `${file} is a database, but no project of QualCoder`, {
    hint: 'Name the folder of the project, which ends in .qda, or the data.qda in it.',
    place: { file },
  });
}
