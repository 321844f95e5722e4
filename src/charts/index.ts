import { agreement } from './agreement.js';
import type { Chart } from './chart.js';
import { coOccurrence } from './co-occurrence.js';
import { interviewStrip } from './interview-strip.js';
import { reliability } from './reliability.js';
import { saturation } from './saturation.js';
import { themeByAttribute } from './theme-by-attribute.js';
import { themePrevalence } from './theme-prevalence.js';
import { voices } from './voices.js';

/** Every chart by its id: what each is made from differs, so that they are called by name. */
export const charts = {
  'theme-prevalence': themePrevalence,
  'theme-by-attribute': themeByAttribute,
  'co-occurrence': coOccurrence,
  saturation,
  voices,
  agreement,
  'interview-strip': interviewStrip,
  reliability,
} as const satisfies { readonly [id: string]: Chart<never> };
