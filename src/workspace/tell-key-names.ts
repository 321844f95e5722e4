import type { Notice } from '../model/notice.js';
import type { Study } from '../model/study.js';
import type { KeyNames } from '../pipeline/find-key-names.js';
import type { OutgoingText } from '../pipeline/guarding/outgoing-text.js';
import { studyFiles, studyFolders } from './study-files.js';
import { tellError } from './tell.js';

/** The strings that a key file replaces and that the study's files still hold: an error each, masked, by file. */
export function tellKeyNames(study: Study, names: KeyNames): readonly Notice[] {
  return names.find(joinByFile(listStudyTexts(study))).map(({ place, masked, count }) => {
    const times = count === 1 ? 'once' : `${count} times`;
    const message = `${masked}, which the key file replaces, or a form of it, stands in it ${times}: run "themeloom anonymize" on the original again, or take it out by hand`;
    return tellError('key-name-in-study', { file: place }, message);
  });
}

/** One text a file, so that each string is told once there. */
function joinByFile(texts: readonly OutgoingText[]): readonly OutgoingText[] {
  const files = new Map<string, Set<string>>();
  for (const { text, place } of texts) files.set(place, (files.get(place) ?? new Set()).add(text));
  return [...files].map(([place, own]) => ({ place, text: [...own].join('\n\n') }));
}

function listStudyTexts(study: Study): readonly OutgoingText[] {
  const at = (place: string, texts: readonly (string | undefined)[]) =>
    texts.flatMap((text) => (text === undefined || text === '' ? [] : [{ text, place }]));
  return [
    ...study.transcripts.flatMap(({ file, text, utterances }) => {
      const labels = utterances.flatMap(({ speaker }) => (speaker.kind === 'unknown' ? [speaker.label] : []));
      return at(`${studyFolders.transcripts}/${file}`, [text, file, ...labels]);
    }),
    ...study.quotes.flatMap((quote) => at(studyFiles.quotes, [quote.exact, quote.wording, quote.note])),
    ...study.memos.flatMap(({ themeId, commentary, questions }) =>
      at(`${studyFolders.memos}/${themeId}.md`, [commentary, ...questions]),
    ),
    ...at(studyFiles.taxonomy, listTaxonomy(study)),
    ...at(
      studyFiles.participants,
      study.participants.flatMap(({ id, attributes }) => [id, ...Object.values(attributes)]),
    ),
    ...study.decisions.flatMap(({ coder, note }) => at(`${studyFolders.decisions}/${coder}.jsonl`, [note])),
    ...at(studyFiles.settings, [
      study.settings.name,
      ...study.settings.publish.keep,
      ...Object.keys(study.settings.speakers),
    ]),
  ];
}

function listTaxonomy({ taxonomy }: Study): readonly string[] {
  return [
    ...taxonomy.dimensions.map(({ label }) => label),
    ...taxonomy.themes.flatMap(({ id, label, description, include, exclude, keywords, examples }) => [
      id,
      label,
      description,
      include,
      exclude,
      ...keywords,
      ...examples,
    ]),
  ];
}
