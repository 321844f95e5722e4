import { expect, it } from 'vitest';
import { makeThemeId } from '../../src/pipeline/make-theme-id.js';

it.each([
  ['Explainability purposes!', 'explainability-purposes'],
  ['  Zoë & Überlast  ', 'zoë-überlast'],
  ['हिन्दी भाषा', 'हिन्दी-भाषा'],
  ['e\u0301tat', 'état'],
  ['… ?!', ''],
])('the id of a theme called "%s" is "%s"', (label, id) => expect(makeThemeId(label)).toBe(id));
