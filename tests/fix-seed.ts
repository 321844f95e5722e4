import fc from 'fast-check';

/** The same inputs in every run, so that a failure is the change's own; `SEED=7 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_122) });
