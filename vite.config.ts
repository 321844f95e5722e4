import { defineConfig } from 'vite';

/** Builds the page of the review app into the package: one folder of plain files, no address from elsewhere in it. */
export default defineConfig({
  root: 'src/review/page',
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/review/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    target: 'es2022',
  },
});
