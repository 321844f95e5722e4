import type { Notice, Place, Severity } from '../model/notice.js';

const makeTeller =
  (severity: Severity) =>
  (code: string, place: Place, message: string): Notice => ({ severity, code, message, place });

/** A notice that something could not be used. */
export const tellError = makeTeller('error');
/** A notice that something was used, but wants a look. */
export const tellCaution = makeTeller('caution');
/** A notice that is good to know. */
export const tellInfo = makeTeller('info');
