import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/fix-seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
