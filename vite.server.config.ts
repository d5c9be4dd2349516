import { defineConfig } from 'vite';

/**
 * Bundles Lectern and what it needs of other packages into a few files in `dist`. Node takes 1.2 s of processor time to
 * find, read and compile their two thousand files one by one, and a third of that for these.
 */
// biome-ignore lint/style/noDefaultExport: vite reads its configuration from there.
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: { main: 'src/main.ts', 'cli/lectern': 'src/cli/lectern.ts' },
      // As deep below the repository as the sources, which look for the page and package.json by their own place.
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
  // A native module must stay where it is.
  ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
});
