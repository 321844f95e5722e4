import type { IdentifierKind } from './identifier.js';
import { matchDigitLines } from './patterns/match-digit-lines.js';

const number = '\\d{1,5}[A-Za-z]?(?:[-/]\\d{1,4})?';
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,24}";
const ending =
  '(?:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Close|Court|Ct|Place|Pl|Square|Sq|Terrace|Crescent|Gardens|Row|Hill|Parade|Highway|Hwy|Mews|Grove|Alley|Parkway|Pkwy|Plaza|Quay|Walk|Wharf)';
const opening =
  '(?:[Rr]ue|[Vv]ia|[Cc]alle|[Cc]alçada|[Rr]ua|[Aa]venida|[Aa]venue|[Bb]oulevard|[Pp]laza|[Pp]iazza|[Pp]raça|[Cc]arrer|[Uu]l\\.|[Uu]lica)';
const particle =
  "(?:(?:de la|de las|de los|de|del|della|di|da|do|dos|das|du|des|la|le|al|el|les|l['’]) ){0,2}";
const joined =
  '\\p{Lu}[\\p{L}\\p{M}-]{2,30}(?:straße|strasse|str\\.|gasse|weg|platz|allee|ufer|damm|straat|laan|plein|gracht|kade|gatan|vägen|gata|vegen|veien|vej|gade)';
const rooms = '(?:,? ?\\s ?(?:Suite|Apt\\.?|Apartment|Flat|Room) \\d{1,5}[A-Za-z]?)?';

const addresses = new RegExp(
  [
    `${number},? (?:${word} ){1,4}?${ending}\\b\\.?${rooms}`,
    `(?:${number},? )?${opening} ${particle}${word}(?: ${particle}${word}){0,3}(?:,? (?:n[°º.] ?)?${number})${rooms}`,
    `${number},? ${opening} ${particle}${word}(?: ${particle}${word}){0,3}${rooms}`,
    `${joined} ${number}${rooms}`,
    '(?:Suite|Apt\\.?|Apartment|Flat) \\d{1,5}[A-Za-z]?',
    'P\\.? ?O\\.? Box \\d{1,6}',
  ]
    .map((shape) => `(?:${shape})`)
    .join('|'),
  'gu',
);
const bounded = new RegExp(`(?<![\\p{L}\\p{N}_.-])(?:${addresses.source})(?![\\p{L}\\p{N}])`, 'gu');

/** House number and street, flats and post office boxes, as English and the main languages of Western Europe write them. */
export const streetAddress: IdentifierKind = {
  id: 'street-address',
  label: 'Street address',
  candidate: false,
  find: (text) => matchDigitLines(text, bounded),
};
