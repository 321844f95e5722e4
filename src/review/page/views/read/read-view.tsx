import type { JSX } from 'preact';
import { transcriptSchema } from '../../../messages/reading.js';
import { FailureNote } from '../../parts/failure-note.js';
import { Loading } from '../../parts/loading.js';
import { useResource } from '../../state/resource.js';
import { route } from '../../state/route.js';
import { Contents } from './contents.js';
import { TranscriptPage } from './transcript-page.js';

function Transcript({ id }: { readonly id: string }): JSX.Element {
  const { value, failure, reload } = useResource(
    transcriptSchema,
    `/api/transcripts/${encodeURIComponent(id)}`,
  );
  if (value !== undefined) return <TranscriptPage key={value.id} view={value} />;
  if (failure !== undefined && failure.code !== 'unreachable')
    return <FailureNote failure={failure} onRetry={reload} />;
  return <Loading what="Opening the transcript" />;
}

/** Reading: the list of transcripts, or the one that the address names. */
export function ReadView(): JSX.Element {
  const { view, id } = route.value;
  return view === 'read' && id !== '' ? <Transcript key={id} id={id} /> : <Contents />;
}
