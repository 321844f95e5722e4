import { CONSENSUS } from '../../model/decision.js';
import type { ConsentScope } from '../../model/participant.js';
import { type Coding, tallyTheme } from '../coding/group-taggings.js';
import { listSubjectThemes } from '../coding/voices.js';
import { describeStudy } from '../contract/study-facts.js';
import type { ReportInput } from '../report.js';

/** Sentences on what a study has recorded, by what they are about; a fact that is not recorded is not there. */
export type RecordedFacts = {
  readonly approach: string;
  readonly sampleSize?: string;
  readonly withdrawals?: string;
  readonly sample?: string;
  readonly interviews?: string;
  readonly saturation?: string;
  readonly coders?: string;
  readonly tree?: string;
  readonly changes?: string;
  readonly software: string;
  readonly quotations?: string;
  readonly majorThemes?: string;
  readonly minorThemes?: string;
  readonly consent?: string;
  readonly agreement?: string;
  readonly memos?: string;
};

type Draft = { readonly [Fact in keyof RecordedFacts]?: string | undefined };

/**
 * What the study's files say, each fact in a sentence. Nothing is inferred, and no small group is told. Facts are
 * printed one after the other: words stand between their figures, since "2026-02. 2026-03" is read as a telephone number.
 */
export function gatherFacts(input: ReportInput, coding: Coding): RecordedFacts {
  const { approachSentence } = describeStudy(input);
  const { saturation } = input.findPatterns();
  const saturationText = saturation.verdict ?? saturation.noVerdictBecause;
  const draft: Draft = {
    ...tellSample(input),
    ...tellCoding(input, coding),
    ...tellThemes(input, coding),
    saturation: saturationText === undefined ? undefined : startSentence(saturationText),
    consent: tellConsent(input),
  };
  const known = Object.entries(draft).filter(([, text]) => text !== undefined && text !== '');
  return {
    ...Object.fromEntries(known),
    approach: approachSentence,
    software: input.version === undefined ? 'Themeloom.' : `Themeloom ${input.version}.`,
  };
}

/** Ends in one full stop and begins with a capital. */
function startSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}

function tellSample(input: ReportInput): Draft {
  const { participants, transcripts } = input.study;
  if (participants.length === 0) return {};
  const withdrew = participants.filter(({ consent }) => consent.withdrawn !== undefined).length;
  const dates = transcripts.flatMap(({ date }) => date?.slice(0, 7) ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const undated = transcripts.length - dates.length;
  const when =
    first === undefined ? '' : first === last ? `, held in ${first}` : `, held from ${first} to ${last}`;
  return {
    sampleSize: `${participants.length} participants, of whom ${input.countedParticipants.length} are counted.`,
    withdrawals:
      withdrew === 0
        ? undefined
        : `${withdrew} of the participants withdrew after the interview; no reason is recorded.`,
    interviews: `${transcripts.length} transcripts${when}${first !== undefined && undated > 0 ? `; ${undated} without a date` : ''}.`,
    sample: tellAttributes(input),
  };
}

/** Groups that are too small to be told stay untold here as in the patterns. */
function tellAttributes(input: ReportInput): string | undefined {
  const { attributes } = input.findPatterns();
  const told = attributes.map(({ attribute, groups }) => {
    const sizes = groups
      .filter(({ kind, suppressedBecause }) => kind === 'value' && suppressedBecause === undefined)
      .map(({ label, participants }) => `${label} for ${participants}`);
    return sizes.length === 0 ? '' : `${attribute}: ${sizes.join(', ')}`;
  });
  const known = told.filter((text) => text !== '');
  return known.length === 0 ? undefined : `By ${known.join('; ')}. Smaller groups are not told.`;
}

function tellCoding(input: ReportInput, coding: Coding): Draft {
  const { settings, taxonomy, memos } = input.study;
  const decisions = input.study.decisions.filter(({ coder }) => coder !== CONSENSUS);
  const coders = new Set(decisions.map(({ coder }) => coder)).size;
  const judged = new Map<string, Set<string>>();
  for (const { quoteId, coder } of decisions) {
    judged.set(quoteId, (judged.get(quoteId) ?? new Set()).add(coder));
  }
  const several = [...judged.values()].filter(({ size }) => size > 1).length;
  const disputed = [...coding.disputed.values()].flat().length;
  const { dimensions, themes } = taxonomy;
  return {
    coders: coders === 0 ? undefined : `${coders} ${coders === 1 ? 'coder' : 'coders'}.`,
    tree:
      themes.length === 0
        ? undefined
        : `${themes.length} themes in ${dimensions.length} dimensions; the codebook report lists them with their rules.`,
    changes:
      settings.changes.length === 0
        ? undefined
        : settings.changes
            .map(
              ({ date, what, note }) =>
                `In ${date.slice(0, 7)} the ${what} changed${note === undefined ? '' : ` (${note})`}.`,
            )
            .join(' '),
    agreement:
      several === 0
        ? undefined
        : `${several} of ${judged.size} judged quotes were judged by more than one coder; ${disputed} of their pairs of a quote and a theme are in dispute and not counted.`,
    memos: memos.length === 0 ? undefined : `Memos are written on ${memos.length} themes.`,
  };
}

function tellThemes(input: ReportInput, coding: Coding): Draft {
  const of = input.countedParticipants.length;
  const tallies = listSubjectThemes(input.study.taxonomy).map((theme) => ({
    label: theme.label,
    ...tallyTheme(theme, coding),
  }));
  const major = tallies.filter(({ participants }) => participants * 2 > of);
  const minor = tallies.filter(({ participants, quotes }) => quotes > 0 && participants * 2 <= of);
  const list = (all: typeof tallies) =>
    all.map(({ label, participants }) => `${label} (${participants} of ${of})`).join('; ');
  return {
    quotations:
      input.publishable.size === 0
        ? undefined
        : `${input.publishable.size} quotes may be printed for ${input.consent}. Each is printed with who says it, its id and its place in the transcript.`,
    majorThemes: major.length === 0 ? undefined : `Voiced by more than half: ${list(major)}.`,
    minorThemes: minor.length === 0 ? undefined : `Voiced by half or fewer: ${list(minor)}.`,
  };
}

const scopes: readonly ConsentScope[] = ['research', 'publication', 'teaching', 'public-web'];

function tellConsent({ study: { participants } }: ReportInput): string | undefined {
  const known = participants.filter(({ consent }) => consent.known);
  if (known.length === 0) return undefined;
  const told = scopes.map(
    (scope) => `${scope} ${known.filter(({ consent }) => consent.scopes.includes(scope)).length}`,
  );
  return `Consent is recorded of ${known.length} of ${participants.length} participants: ${told.join(', ')}.`;
}
