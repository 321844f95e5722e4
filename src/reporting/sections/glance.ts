import { z } from 'zod';
import { type Coding, tallyQuotes, tallyTheme } from '../coding/group-taggings.js';
import { listSubjectThemes, listVoices, voiceTallySchema } from '../coding/voices.js';
import type { ReportInput } from '../report.js';

/** A sentence names this many themes at most. */
const MOST_NAMED = 5;

export const glanceSchema = z
  .strictObject({
    sentences: z.array(z.string()).describe('the findings in a few plain sentences'),
    voices: z.array(voiceTallySchema).describe('how the quotes speak, silent voices not listed'),
  })
  .describe('what a reader with one minute reads');

type Voiced = { readonly label: string; readonly participants: number };

/** The findings in brief. Counts are of these participants and claim nothing of other people. */
export function describeGlance(input: ReportInput, coding: Coding): z.infer<typeof glanceSchema> {
  const { taxonomy } = input.study;
  const themes = listSubjectThemes(taxonomy)
    .map((theme) => ({ label: theme.label, isTop: theme.parentId === null, ...tallyTheme(theme, coding) }))
    .sort((a, b) => b.participants - a.participants || b.quotes - a.quotes);
  const top = themes.filter(({ isTop }) => isTop);
  const voices = listVoices(taxonomy)
    .map((voice) => ({ ...voice, ...tallyQuotes(coding.accepted.get(voice.id) ?? [], coding) }))
    .filter(({ quotes }) => quotes > 0);
  const of = input.countedParticipants.length;
  return { sentences: [...tellMost(top, of), ...tellSingle(themes)], voices };
}

function tellMost(themes: readonly Voiced[], of: number): string[] {
  const all = themes.filter(({ participants }) => of > 1 && participants === of);
  const most = themes.filter((theme) => theme.participants * 2 > of && !all.includes(theme));
  const voiced = themes.some(({ participants }) => participants > 0);
  if (!voiced) return [];
  if (all.length + most.length === 0) return ['No theme is voiced by more than half of the participants.'];
  return [
    ...(all.length === 0
      ? []
      : [
          `${of === 2 ? 'Both' : `All ${of}`} participants voice: ${nameSome(all.map(({ label }) => label))}.`,
        ]),
    ...(most.length === 0
      ? []
      : [
          `More than half voice: ${nameSome(
            most.map(({ label, participants }) => `${label} (${participants} of ${of})`),
          )}.`,
        ]),
  ];
}

function tellSingle(themes: readonly Voiced[]): string[] {
  const single = themes.filter(({ participants }) => participants === 1);
  if (single.length === 0) return [];
  return [
    `Voiced by one participant alone, which makes it no less worth hearing: ${nameSome(single.map(({ label }) => label))}.`,
  ];
}

/** The first few names and how many more there are. No quotation marks: a theme's label is nobody's words. */
function nameSome(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const told = more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names;
  return told.join('; ');
}
