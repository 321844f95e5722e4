import type { Notice } from '../model/notice.js';
import type { ConsentScope } from '../model/participant.js';
import type { Study } from '../model/study.js';
import { checkPicking } from '../pipeline/check-picking.js';
import { describeIdentity, type IdentityCard } from '../pipeline/describe-identity.js';
import { type KeyNames, seekKeyNames } from '../pipeline/find-key-names.js';
import { lintCodebook } from '../pipeline/lint-codebook.js';
import { type IdentifierList, listIdentifiers } from '../pipeline/list-identifiers.js';
import { seekVerdicts } from '../pipeline/pseudonyms/mark-decided.js';
import { selectPublishable } from '../pipeline/select-publishable.js';
import type { StudyReading } from './read-study.js';
import { tellKeyNames } from './tell-key-names.js';

/** The use that identity cards are drawn for. */
export type IdentityUse = {
  readonly scope: ConsentScope;
  /** ISO day on which consent is judged. */
  readonly today: string;
};

/**
 * What `check --json` prints: the study in numbers, every notice, and every identifier found in its transcripts.
 * `strings` holds each identifier once, which is how a person decides; `codebook` those notices that are about the
 * codebook; `identity` the cards for a use. Where the key was opened, names that it replaces are errors, and are masked in
 * all that is told; nothing else is.
 */
export async function summariseCheck(reading: StudyReading, use?: IdentityUse) {
  const { study, anchorings, files } = reading;
  const { transcripts } = study;
  const names = seekKeyNames(reading.decided.decisions);
  const list = await listIdentifiers({
    transcripts,
    language: study.settings.language,
    knownNames: listKnownNames(reading),
    decided: listDecided(reading),
  });
  const maskNotice = (notice: Notice) => ({ ...notice, message: names.maskMessage(notice.message) });
  const told = [...reading.notices, ...list.notices, ...checkPicking(reading)].map(maskNotice);
  const codebook = lintCodebook(reading).map(maskNotice);
  const notices = [...told, ...tellKeyNames(study, names), ...codebook];
  const countState = (state: string) => anchorings.filter((anchoring) => anchoring.state === state).length;
  const summary = {
    ok: !notices.some(({ severity }) => severity === 'error'),
    study: study.settings.name,
    transcripts: files.flatMap(summariseFile),
    quotes: { inPlace: countState('in-place'), moved: countState('moved'), lost: countState('lost') },
    notices,
    identifiers: listOccurrences(list, names),
  };
  const strings = list.distinct.map((identifier) => ({ ...identifier, text: names.mask(identifier.text) }));
  return {
    summary,
    strings,
    codebook,
    identity: use === undefined ? [] : drawCards(study, use, list).map((card) => maskCard(card, names)),
  };
}

function drawCards(study: Study, { scope, today }: IdentityUse, { found }: IdentifierList) {
  const selection = selectPublishable({ study, scope, today });
  return describeIdentity({ study, selection, identifiers: found });
}

function maskCard(card: IdentityCard, { mask }: KeyNames): IdentityCard {
  const { facts, drop } = card;
  return {
    ...card,
    facts: facts.map((known) => ({ ...known, fact: mask(known.fact) })),
    drop: drop === null ? null : { ...drop, fact: mask(drop.fact) },
  };
}

/** What `study.yaml` keeps, and what the key file says of a string. */
function listDecided({ study, decided }: StudyReading) {
  const kept = study.settings.publish.keep.map((text) => ({ text, decision: 'keep' as const }));
  return seekVerdicts([...kept, ...decided.decisions]);
}

function summariseFile({ file, format, transcripts }: StudyReading['files'][number]) {
  return transcripts.map(({ id, participants, utterances, words, unknownSpeakers, quotes }) => ({
    id,
    file,
    format,
    participants,
    utterances,
    words,
    unknownSpeakers,
    quotes,
  }));
}

function listOccurrences({ found }: IdentifierList, names: KeyNames) {
  return found.map(({ kind, text, span, transcriptId, decided }) => ({
    kind,
    text: names.mask(text),
    transcript: transcriptId,
    span,
    decided,
  }));
}

/** Speakers' labels are mostly names: those that `study.yaml` maps, and those that nobody mapped yet. */
function listKnownNames({ study }: StudyReading): readonly string[] {
  const unknown = study.transcripts.flatMap(({ utterances }) =>
    utterances.flatMap(({ speaker }) => (speaker.kind === 'unknown' ? [speaker.label] : [])),
  );
  return [...new Set([...Object.keys(study.settings.speakers), ...unknown])];
}
