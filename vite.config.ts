import { defineConfig } from 'vite';

/** Bundles the page of the local workspace into `dist/page`, from where Lectern serves it. */
// biome-ignore lint/style/noDefaultExport: vite reads its configuration from there.
export default defineConfig({
  root: 'src/local-slack/page',
  build: {
    outDir: '../../../dist/page',
    emptyOutDir: true,
    modulePreload: false,
    // A file of its own for everything: the page's policy allows no data: addresses.
    assetsInlineLimit: 0,
  },
});
