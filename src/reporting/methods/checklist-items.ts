/** What a checklist asks for; `facts` names what the study has recorded of it, where that can be. */
export type ChecklistItem = { readonly number: string; readonly asks: string };

export type Checklist = {
  readonly id: 'coreq' | 'srqr';
  readonly label: string;
  readonly source: string;
  readonly items: readonly ChecklistItem[];
};

const numberItems = (prefix: string, topics: readonly string[]): readonly ChecklistItem[] =>
  topics.map((asks, index) => ({ number: `${prefix}${index + 1}`, asks }));

/** Topics of the items only: the questions themselves stand in the papers. */
export const checklists: readonly Checklist[] = [
  {
    id: 'coreq',
    label: 'COREQ',
    source:
      'Tong, Sainsbury and Craig 2007, International Journal for Quality in Health Care 19:349–357, 32 items',
    items: numberItems('', [
      'Interviewer or facilitator',
      'Credentials',
      'Occupation',
      'Gender',
      'Experience and training',
      'Relationship before the study',
      'What participants knew of the interviewer',
      'Characteristics of the interviewer',
      'Methodological orientation',
      'Sampling',
      'How participants were approached',
      'Sample size',
      'Non-participation',
      'Setting',
      'Presence of others',
      'Description of the sample',
      'Interview guide',
      'Repeat interviews',
      'Audio or visual recording',
      'Field notes',
      'Duration',
      'Data saturation',
      'Transcripts returned',
      'Number of data coders',
      'Coding tree',
      'Derivation of themes',
      'Software',
      'Participant checking',
      'Quotations presented',
      'Data and findings consistent',
      'Clarity of major themes',
      'Clarity of minor themes',
    ]),
  },
  {
    id: 'srqr',
    label: 'SRQR',
    source: 'O’Brien and others 2014, Academic Medicine 89:1245–1251, 21 items',
    items: numberItems('S', [
      'Title',
      'Abstract',
      'Problem formulation',
      'Purpose or research question',
      'Qualitative approach and research paradigm',
      'Researcher characteristics and reflexivity',
      'Context',
      'Sampling strategy',
      'Ethical issues',
      'Data collection methods',
      'Instruments and technologies',
      'Units of study',
      'Data processing',
      'Data analysis',
      'Techniques to enhance trustworthiness',
      'Synthesis and interpretation',
      'Links to empirical data',
      'Integration with prior work and implications',
      'Limitations',
      'Conflicts of interest',
      'Funding',
    ]),
  },
];
