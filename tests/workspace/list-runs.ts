import type { Study } from '../../src/model/study.js';

/** Words as they are compared here: letters and digits in lower case, apostrophes left out. */
function readWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Every five words in a row of a text. */
export function listRuns(text: string): readonly string[] {
  const words = readWords(text);
  return words.slice(4).map((_, at) => words.slice(at, at + 5).join(' '));
}

/** Every run of a participant that nobody says in a transcript which is not theirs. */
export function listOwnRuns({ transcripts }: Pick<Study, 'transcripts'>, participantId: string) {
  const own = new Set<string>();
  const others = new Set<string>();
  for (const { text, utterances, participantIds } of transcripts) {
    const isAlone = participantIds.every((id) => id === participantId);
    for (const { span, speaker } of utterances) {
      const isOwn = speaker.kind === 'participant' && speaker.participantId === participantId;
      const runs = listRuns(text.slice(span.start, span.end));
      for (const run of runs) if (isOwn) own.add(run);
      for (const run of runs) if (!isOwn && !isAlone) others.add(run);
    }
  }
  return new Set([...own].filter((run) => !others.has(run)));
}

/** The runs of a file, whatever JSON, HTML and CSV made of its characters. */
export function listFileRuns(content: string): readonly string[] {
  const unescaped = content
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrt]/g, ' ')
    .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&(?:apos|rsquo);/g, "'")
    .replace(/&\w+;/g, ' ');
  return [...listRuns(content), ...listRuns(unescaped), ...listRuns(unescaped.replace(/<[^<>]*>/g, ' '))];
}
