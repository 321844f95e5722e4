import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actionRequestSchema } from '../../../../src/model/action.js';
import { makeId } from '../../../../src/review/page/state/make-id.js';

it('makes an id that the server takes from any sixteen random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const request = { id: makeId(bytes), action: { kind: 'undo' } };
      expect(actionRequestSchema.safeParse(request).success).toBe(true);
    }),
  );
});
