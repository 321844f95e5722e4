import { ToolkitError } from '../../../src/errors.js';
import { actionSchema } from '../../../src/model/action.js';
import { openRecording, performAction } from '../../../src/workspace/recording/recording.js';

/**
 * Started as a program: does one thing after the other in a study, without end, and prints each id once it is on disk.
 * Arguments: the folder, and a number that no other storm in it has.
 */
const [, , folder = '', storm = '0'] = process.argv;
const at = '2026-04-02T09:14:20Z';
let recording = openRecording(folder);
for (let number = 0; ; number++) {
  const { quotes, transcripts } = recording.reading.study;
  const quote = quotes[number % quotes.length]?.id ?? '';
  const start = (number * 17) % 150;
  const length = transcripts[0]?.text.length ?? 0;
  const actions = [
    { kind: 'decide' as const, quote, theme: 'pay', applies: number % 3 > 0 },
    { kind: 'mark' as const, transcript: 'P01', start: start % length, end: start + 30, themes: ['fear'] },
    { kind: 'edit-quote' as const, quote, note: `note ${storm} ${number}` },
    { kind: 'write-memo' as const, theme: 'pay', text: `memo ${storm} ${number}` },
    { kind: 'undo' as const },
  ];
  const action = actions[number % actions.length] ?? { kind: 'undo' as const };
  const id = `00000000-0000-4000-8000-${storm.padStart(4, '0')}${String(number).padStart(8, '0')}`;
  try {
    recording = performAction(recording, {
      request: { id, action: actionSchema.parse(action) },
      coder: 'ana',
      at,
    }).recording;
    process.stdout.write(`${id}\n`);
  } catch (error) {
    // What cannot be done is not acknowledged; a lock that nobody holds any more is waited for.
    if (!(error instanceof ToolkitError)) throw error;
  }
}
