import { maskName } from '../formats/office/list-document-notices.js';
import type { Notice } from '../model/notice.js';
import { nameCoder, takeFree } from '../pipeline/merging/name-anew.js';
import type { ParsedTranscript } from '../pipeline/parse-transcript.js';
import { hashText } from '../text/hash-text.js';
import { studyFolders } from './study-files.js';

/** Transcripts of a file with the names of its comments' authors, the one called `c1` in it first. */
type AuthoredFile = {
  readonly transcripts: readonly ParsedTranscript[];
  readonly authors: readonly string[];
};

/**
 * Gives the authors of comments one code in all files of a study, such as `js-4f`, as coders of other tools get them. It
 * comes of the name alone: no file that is added, renamed or removed gives somebody's decisions to another. Names are
 * not kept.
 */
export function unifyAuthors<File extends AuthoredFile>(files: readonly File[]): readonly File[] {
  const common = codeAuthors(files);
  return files.map((file) => {
    const codes = new Map(file.authors.map((name, at) => [`c${at + 1}`, common.get(name) ?? '']));
    const isSame = [...codes].every(([own, common]) => own === common);
    return isSame ? file : { ...file, transcripts: file.transcripts.map((each) => recode(each, codes)) };
  });
}

/** Of two names that give one code, the one whose hash comes later gets a number to it. */
function codeAuthors(files: readonly AuthoredFile[]): ReadonlyMap<string, string> {
  const names = [...new Set(files.flatMap(({ authors }) => authors))];
  const hashes = new Map(names.map((name) => [name, hashText(name)]));
  const sorted = names.toSorted((a, b) => ((hashes.get(a) ?? '') < (hashes.get(b) ?? '') ? -1 : 1));
  const taken = new Set<string>();
  return new Map(
    sorted.map((name) => [name, takeFree(nameCoder({ key: '', name, isCode: false }, new Set()), taken)]),
  );
}

function recode(parsed: ParsedTranscript, codes: ReadonlyMap<string, string>): ParsedTranscript {
  const decisions = parsed.decisions.map((decision) => ({
    ...decision,
    coder: codes.get(decision.coder) ?? decision.coder,
  }));
  return { ...parsed, decisions };
}

/** Who is behind which code, by initials: the study itself never names them. */
export function tellAuthors(files: readonly AuthoredFile[]): readonly Notice[] {
  const all = codeAuthors(files);
  if (all.size === 0) return [];
  const codes = [...all].map(([name, code]) => `${code} is ${maskName(name)}`).toSorted();
  const message = `comments in documents count as decisions of their authors, each under a code of their own: ${codes.join(', ')}`;
  return [{ severity: 'info', code: 'comment-authors', message, place: { file: studyFolders.transcripts } }];
}
