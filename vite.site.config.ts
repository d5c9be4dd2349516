import { defineConfig } from 'vite';

/** Bundles the search of a site (`lectern convert --to html`) into `dist/site/search.js`, one plain script for a browser. */
// biome-ignore lint/style/noDefaultExport: vite reads its configuration from there.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: 'src/publishing/site/browser/search-page.ts',
      formats: ['iife'],
      name: 'lecternSite',
      fileName: () => 'search.js',
    },
  },
});
