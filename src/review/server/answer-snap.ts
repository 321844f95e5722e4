import type { z } from 'zod';
import { snapSelection } from '../../index.js';
import type { Desk } from '../answers/desk.js';
import { requireTranscript } from '../answers/transcript.js';
import type { snapRequestSchema, snapSchema } from '../messages/reading.js';

/** The whole words of a selection, or why it cannot be marked. Throws `ToolkitError` `unknown-transcript`. */
export function answerSnap(
  { reading: { study }, repair }: Desk,
  { transcript: id, start, end, across }: z.infer<typeof snapRequestSchema>,
): z.infer<typeof snapSchema> {
  const transcript = requireTranscript(study, id);
  if (repair?.isDraft === true) {
    const refused = `nothing can be marked until ${repair.files.join(' and ')} is mended`;
    return { span: null, cut: false, refused };
  }
  const { span, cut, refused } = snapSelection(transcript, { start, end }, { across });
  return { span: span ?? null, cut, refused };
}
