import { render } from 'preact';
import { z } from 'zod';
import { App } from './app.js';
import { followOutbox } from './state/act.js';
import { followClashes } from './state/clashes.js';
import { followEvents } from './state/events.js';
import { followKeys } from './state/keys.js';
import { followLook } from './state/look.js';
import { followRepair } from './state/repair.js';
import { followRoute } from './state/route.js';
import { followTokens, signIn } from './state/session.js';
import { followStudy } from './state/study.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/looks.css';

// The content security policy forbids code made from strings, by which zod would try to be quicker.
z.config({ jitless: true });

async function start(): Promise<void> {
  followLook();
  followKeys();
  await signIn();
  followTokens();
  followRoute();
  followStudy();
  followRepair();
  followClashes();
  followOutbox();
  void followEvents();
  const root = document.getElementById('app');
  if (root !== null) render(<App />, root);
}

void start();
