import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { StudyView, TranscriptLine } from '../../../messages/study.js';
import { Empty } from '../../parts/empty.js';
import { Field } from '../../parts/field.js';
import { foldLetters } from '../../parts/rank-themes.js';
import { linkTo } from '../../state/route.js';
import { study } from '../../state/study.js';
import { tellDay } from './tell-day.js';
import './contents.css';

type Row = TranscriptLine & { readonly attributes: string };

/** A filter helps from so many transcripts on. */
const MANY = 8;

function listRows({ transcripts, participants }: StudyView): readonly Row[] {
  const known = new Map(
    participants.map(({ id, attributes }) => [id, Object.values(attributes).join(' · ')]),
  );
  return transcripts.map((line) => ({
    ...line,
    attributes: line.participants.map((id) => known.get(id) ?? '').join('; '),
  }));
}

function ContentsRow({ row }: { readonly row: Row }): JSX.Element {
  const who = row.participants.join(', ');
  return (
    <li>
      <a class="contents-row" href={linkTo('read', row.id)}>
        <span class="contents-name">
          {row.id}
          {who !== '' && who !== row.id && <span class="contents-who"> {who}</span>}
        </span>
        <span class="contents-attributes">{row.attributes}</span>
        <span class="contents-number">{row.date === '' ? '' : tellDay(row.date)}</span>
        <span class="contents-number">{row.words.toLocaleString()} words</span>
        <span class="contents-number contents-quotes">
          {row.quotes === 0 ? 'not marked yet' : row.quotes === 1 ? '1 quote' : `${row.quotes} quotes`}
        </span>
      </a>
    </li>
  );
}

/** All transcripts of the study, to choose one from. */
export function Contents(): JSX.Element | null {
  const [wanted, setWanted] = useState('');
  const here = study.value;
  if (here === undefined) return null;
  if (here.transcripts.length === 0) {
    return (
      <Empty title="There is nothing to read yet">
        <p>
          Put anonymised transcripts into the study’s <code>transcripts</code> folder. They show up here by
          themselves.
        </p>
      </Empty>
    );
  }
  const all = listRows(here);
  const query = foldLetters(wanted.trim());
  const rows = all.filter((row) =>
    foldLetters(`${row.id} ${row.participants.join(' ')} ${row.attributes} ${row.date}`).includes(query),
  );
  return (
    <div class="contents">
      <h1 class="contents-title">Transcripts</h1>
      <p class="contents-sum">
        {all.length === 1 ? '1 transcript' : `${all.length} transcripts`}, {here.quotes.total} quotes,{' '}
        {here.themes.length} themes
      </p>
      {all.length >= MANY && (
        <div class="contents-filter">
          <Field
            label="Find a transcript"
            type="search"
            value={wanted}
            onInput={setWanted}
            placeholder="Name, participant or attribute"
          />
        </div>
      )}
      <ul class="contents-list">
        {rows.map((row) => (
          <ContentsRow key={row.id} row={row} />
        ))}
      </ul>
      {rows.length === 0 && <p class="contents-sum">No transcript is called so.</p>}
    </div>
  );
}
