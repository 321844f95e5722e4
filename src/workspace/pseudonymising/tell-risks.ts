import { basename } from 'node:path';
import { measureCasing } from '../../identifiers/names/measure-casing.js';
import type { IdentifierDecision } from '../../model/identifier-decision.js';
import type { Notice } from '../../model/notice.js';
import { foldIdentifier } from '../../pipeline/pseudonyms/split-runs.js';
import { studyFiles } from '../study-files.js';
import { tellCaution } from '../tell.js';
import type { Pseudonymising } from './pseudonymising.js';

/** Originals in which names are hard to find. */
export function tellHardToRead({ originals }: Pseudonymising): readonly Notice[] {
  const message =
    'its capitals do not tell names, so that many are not found: read it yourself, and give each name a row in the sheet';
  return originals
    .filter(({ source: { turns } }) => measureCasing(turns.join('\n')) !== 'cased')
    .map(({ source: { name } }) => tellCaution('low-confidence', { file: name }, message));
}

/** Where real names still lie once the transcripts are written. No message holds one. */
export function tellNamesElsewhere(
  { rules, originals, sheet, isOwnSheet, rows }: Pseudonymising,
  decisions: readonly IdentifierDecision[],
): readonly Notice[] {
  const replaced = new Set(
    decisions.filter(({ replacement }) => replacement !== '').map(({ text }) => foldIdentifier(text)),
  );
  const isName = (label: string) => replaced.has(foldIdentifier(label));
  const labels = Object.keys(rules.settings.speakers).filter(isName).length;
  const inStudy = originals.filter(({ isInStudy }) => isInStudy).length;
  const settings = { file: studyFiles.settings };
  const inSettings = `${labels} of the labels under speakers: are names that were replaced: take them out`;
  const inFolder = `${inStudy} of the originals lie inside the study folder: move them to where the key file is kept`;
  const inSheet = 'the sheet holds real names and is needed no more: delete it';
  return [
    ...(labels > 0 ? [tellCaution('name-in-settings', settings, inSettings)] : []),
    ...(inStudy > 0 ? [tellCaution('original-in-study', settings, inFolder)] : []),
    ...(isOwnSheet && rows.length > 0 ? [tellCaution('sheet-left', { file: basename(sheet) }, inSheet)] : []),
  ];
}
