import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/** Bolt has a receiver and a way of installation by the first two, and pg has other drivers, which Lectern does not use. */
const NEVER_NEEDED = ['express', '@slack/oauth', 'pg-native', 'pg-cloudflare'];

/**
 * Bundles Lectern and what it needs of other packages into one file in `dist`. Node takes 1.2 s of processor time to find,
 * read and compile their two thousand files one by one. `launch` has what runs that file.
 */
// biome-ignore lint/style/noDefaultExport: vite reads its configuration from there.
export default defineConfig({
  plugins: [
    requireWhenUsed(['@slack/socket-mode', 'undici', ...NEVER_NEEDED]),
    deprecateWhenUsed(),
    escapePatterns(),
    nameBundle(),
  ],
  publicDir: 'launch',
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    copyPublicDir: true,
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: 'src/cli/process-io.ts',
      output: {
        format: 'cjs',
        // As deep below the repository as the sources, which look for the page and package.json by their own place.
        entryFileNames: 'bundle/lectern.cjs',
        codeSplitting: false,
        // Node keeps a text in half the memory if it is of ASCII alone.
        charset: 'ascii',
        // `load.js` calls it as `require` calls a module.
        banner: '(function (exports, require, module, __filename, __dirname) {',
        footer: '})',
        // Names stay for traces.
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
  // A native module must stay where it is.
  ssr: { noExternal: true, external: ['@photostructure/sqlite', ...NEVER_NEEDED] },
});

/** Lets Slack's packages load these when they first use them, and not at the start. */
function requireWhenUsed(packages: readonly string[]): Plugin {
  return {
    name: 'require-when-used',
    transform: {
      filter: { id: /@slack\/[\w-]+\/dist\/.*\.js$/ },
      handler: code => {
        let lazy = code;
        for (const name of packages) {
          const required = new RegExp(
            `^(?:const|var) (\\w+) = ((?:__importStar\\()?require\\("${name}"\\)\\)?);$`,
            'm',
          );
          const [line, variable, expression] = required.exec(lazy) ?? [];
          if (line === undefined) continue;
          lazy = lazy.replace(line, '').replaceAll(new RegExp(`\\b${variable}\\.`, 'g'), `(${expression}).`);
        }
        // Lines stay where they are, for maps.
        return { code: lazy, map: null };
      },
    },
  };
}

/**
 * Lets `http-errors` set up its warning when it first warns. To note from which line that is done, V8 looks for the ends of
 * all lines of the bundle, which takes 1 % of a start.
 */
function deprecateWhenUsed(): Plugin {
  const atOnce = "var deprecate = require('depd')('http-errors')";
  return {
    name: 'deprecate-when-used',
    transform: {
      filter: { id: /\/http-errors\/index\.js$/ },
      handler: code => ({
        code: code.replace(atOnce, "var deprecate = message => require('depd')('http-errors')(message)"),
        map: null,
      }),
    },
  };
}

/** Escapes what `charset` leaves as it is: the patterns in `String.raw`, in which an escape means the same. */
function escapePatterns(): Plugin {
  return {
    name: 'escape-patterns',
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk')
          file.code = file.code.replace(
            /[^\0-\x7f]/g,
            character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
          );
      }
    },
  };
}

/** Writes a hash of the bundle into it, by which Lectern tells whether the same program kept something. */
function nameBundle(): Plugin {
  return {
    name: 'name-bundle',
    generateBundle: (_options, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const hash = createHash('sha256').update(file.code).digest('hex');
        file.code = file.code.replace('HASH_OF_THE_BUNDLE', hash);
      }
    },
  };
}
