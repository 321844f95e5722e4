import { remember } from '../../text/remember.js';

/** Labels that interviewers carry in transcripts, in the languages of a study; folded by `foldLabel`. */
const interviewerLabels: ReadonlySet<string> = new Set([
  ...[
    'interviewer',
    'int',
    'i',
    'iv',
    'q',
    'question',
    'moderator',
    'mod',
    'host',
    'facilitator',
    'researcher',
  ],
  ...['assistant', 'ai'],
  ...['interviewerin', 'interviewer*in', 'moderatorin', 'forscher', 'forscherin', 'frage'],
  ...[
    'entrevistador',
    'entrevistadora',
    'moderadora',
    'moderador',
    'investigador',
    'investigadora',
    'pregunta',
  ],
  ...['intervieweur', 'intervieweuse', 'enquêteur', 'enquêtrice', 'animateur', 'animatrice', 'chercheur'],
  ...[
    'intervistatore',
    'intervistatrice',
    'moderatore',
    'moderatrice',
    'ricercatore',
    'ricercatrice',
    'domanda',
  ],
  ...['onderzoeker', 'intervjuer', 'moderatör', 'intervjuare', 'forsker', 'forskare'],
  ...['pesquisador', 'pesquisadora', 'entrevistador(a)', 'pergunta'],
  ...['интервьюер', 'модератор', 'исследователь', 'вопрос'],
]);

/** Labels that stand for whoever is interviewed. */
const participantLabels: ReadonlySet<string> = new Set([
  ...[
    'participant',
    'interviewee',
    'respondent',
    'user',
    'answer',
    'p',
    'r',
    'subject',
    'informant',
    'guest',
  ],
  ...['befragte', 'befragter', 'befragte*r', 'interviewte', 'interviewter', 'teilnehmer', 'teilnehmerin'],
  ...['proband', 'probandin', 'antwort'],
  ...['entrevistado', 'entrevistada', 'participante', 'encuestado', 'encuestada', 'respuesta'],
  ...['participante', 'interviewé', 'interviewée', 'enquêté', 'enquêtée', 'répondant', 'répondante'],
  ...['intervistato', 'intervistata', 'partecipante', 'risposta'],
  ...['deelnemer', 'geïnterviewde', 'deltaker', 'deltagare', 'respondente', 'resposta'],
  ...['участник', 'участница', 'респондент', 'ответ'],
]);

/** Labels that mean a participant only beside the interviewer's label that goes with them: Q and A, I and B (German). */
const pairedLabels: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['q', 'question']],
  ['b', ['i', 'int']],
]);

/** A participant's code such as `P07`, `TL-12` or `s3`. */
const participantCode = /^\p{L}{1,3}[-_]?\d{1,4}$/u;

/** What programs call those whom they cannot name: `SPEAKER_00`, `Speaker 1`, `Unknown Speaker`. */
const machineLabel =
  /^(?:speaker|spk|sprecher|locuteur|hablante|unknown speaker)(?:[\s_-]*\d+|[\s_-]\p{L})?$|^unknown$/u;

/** One form for all spellings of a label: lower case, composed, single spaces. */
export function foldLabel(label: string): string {
  return label.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A label without the number that tells several of its kind apart: `interviewer 2` → `interviewer`. */
function dropNumber(folded: string): string {
  return folded.replace(/[\s_#-]*\d+$/, '');
}

/** Whether the built-in list holds the label, numbered or not. */
export function isInterviewerLabel(label: string): boolean {
  return interviewerLabels.has(dropNumber(foldLabel(label)));
}

/** Whether the label stands for whoever is interviewed; `others` are the labels beside it. */
export function isParticipantLabel(label: string, others: Iterable<string>): boolean {
  const folded = dropNumber(foldLabel(label));
  if (participantLabels.has(folded)) return true;
  const partners = pairedLabels.get(folded);
  if (partners === undefined) return false;
  for (const other of others) if (partners.includes(foldLabel(other))) return true;
  return false;
}

export function isParticipantCode(label: string): boolean {
  return participantCode.test(label);
}

/** Whether a label is one by itself, even where it occurs only once. */
export const isKnownLabel = remember((label) => {
  const isRole = isInterviewerLabel(label) || isParticipantLabel(label, []);
  return isRole || isParticipantCode(label) || machineLabel.test(foldLabel(label));
});
