import type { JSX } from 'preact';
import { Field } from '../../parts/field.js';
import type { FieldTexts } from './theme-fields.js';

type Name = keyof FieldTexts;
type Look = { readonly label: string; readonly rows?: number; readonly hint?: string };

const looks: Readonly<Record<Name, Look>> = {
  label: { label: 'Name', hint: 'A few words, as they will stand over the quotes.' },
  description: { label: 'What it is about', rows: 3 },
  include: { label: 'Include', rows: 3 },
  exclude: { label: 'Leave out', rows: 3 },
  keywords: {
    label: 'Keywords',
    rows: 4,
    hint: 'One a line. “succe*” matches by its beginning, “=Word” exactly, “good ~3 job” within three words.',
  },
  notKeywords: {
    label: 'Not these words',
    rows: 2,
    hint: 'One a line. Where one stands, a keyword does not count.',
  },
  examples: {
    label: 'Examples',
    rows: 3,
    hint: 'One a line: what somebody could say who means this.',
  },
};

type Props = {
  readonly names: readonly Name[];
  readonly texts: FieldTexts;
  readonly onInput: (texts: FieldTexts) => void;
};

/** Some of the fields in which a theme is described. */
export function ThemeFieldList({ names, texts, onInput }: Props): JSX.Element {
  return (
    <>
      {names.map((name) => (
        <Field
          key={name}
          {...looks[name]}
          value={texts[name]}
          onInput={(text) => onInput({ ...texts, [name]: text })}
        />
      ))}
    </>
  );
}
