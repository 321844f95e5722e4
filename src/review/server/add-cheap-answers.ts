import type { Hono } from 'hono';
import { answerHistory } from '../answers/history.js';
import { answerPreview } from '../answers/preview.js';
import { answerProblems } from '../answers/problems.js';
import { answerReports } from '../answers/reports.js';
import { answerStudy } from '../answers/study.js';
import { answerTranscript } from '../answers/transcript.js';
import { answerWording } from '../answers/wording.js';
import { snapRequestSchema, wordingRequestSchema } from '../messages/reading.js';
import { historyQuerySchema, previewRequestSchema } from '../messages/requests.js';
import { answerSnap } from './answer-snap.js';
import type { ApiEnvironment, Office } from './office.js';
import { readAsker } from './read-asker.js';
import { readJson } from './read-json.js';
import { readQuery, readRequest } from './read-request.js';

/** What is answered at once, from the study as it is now. */
export function addCheapAnswers(api: Hono<ApiEnvironment>, { keeper }: Office): void {
  const { readDesk } = keeper;
  api.get('/study', (context) => {
    const { coder, blind } = readAsker(context);
    return context.json(answerStudy(readDesk(), coder, blind));
  });
  api.get('/problems', (context) => context.json(answerProblems(readDesk())));
  api.get('/transcripts/:id', (context) => {
    const id = context.req.param('id');
    return context.json(answerTranscript(readDesk(), { id, ...readAsker(context) }));
  });
  api.get('/reports', (context) => context.json(answerReports(readDesk())));
  api.get('/history', (context) => {
    const { before, count } = readQuery(historyQuerySchema, context.req.url);
    const asked = { count, ...(before === '' ? {} : { before }) };
    return context.json(answerHistory(readDesk(), { ...asked, ...readAsker(context) }));
  });
  api.post('/preview', async (context) => {
    const { action } = readRequest(previewRequestSchema, await readJson(context.req.raw));
    return context.json(answerPreview(readDesk(), { action }));
  });
  api.post('/snap', async (context) => {
    const request = readRequest(snapRequestSchema, await readJson(context.req.raw));
    return context.json(answerSnap(readDesk(), request));
  });
  api.post('/wording', async (context) => {
    const request = readRequest(wordingRequestSchema, await readJson(context.req.raw));
    return context.json(answerWording(readDesk(), request));
  });
}
