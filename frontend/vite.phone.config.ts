import { createHash } from 'node:crypto';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { precompress } from './precompress.ts';

/** The oldest phones the pages are for: Android 7 and a browser that was kept up to date. */
const PHONES = ['chrome87', 'firefox90', 'safari14'];
/** Each page with its address; beside it lies its service worker, `<name>-worker.js`. */
const PAGES = { driver: '/d', field: '/field' };
const WORKER = 'shell-worker.js';

/** Gives each page its service worker, told what the page is made of, with a new version when that changes. */
function shells(): Plugin {
  return {
    name: 'qafila:phone-shells',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') throw new Error('The service worker is missing');
      for (const [name, page] of Object.entries(PAGES)) {
        const html = bundle[`${name}.html`];
        if (html?.type !== 'asset') throw new Error(`The page ${name} is missing`);
        const version = createHash('sha256')
          .update(html.source)
          .update(worker.code)
          .digest('hex')
          .slice(0, 12);
        const paths = filesOf(name, bundle).map((file) => `/${file}`);
        const shell = JSON.stringify({ page, prefix: `qafila-${name}-`, version, paths });
        this.emitFile({
          type: 'asset',
          fileName: `${name}-worker.js`,
          source: `const SHELL=${shell};${worker.code}`,
        });
      }
      delete bundle[WORKER];
    },
  };
}

/** Everything that the page's HTML names: its entry, what that imports, and their styles. */
function filesOf(name: string, bundle: Rolldown.OutputBundle): string[] {
  const html = bundle[`${name}.html`];
  const text = html?.type === 'asset' ? String(html.source) : '';
  return Object.keys(bundle).filter((file) => file.startsWith('assets/') && text.includes(file));
}

/** The pages for phones: bundles of their own beside the application's, for a cheap phone on a bad network. */
export default defineConfig({
  plugins: [shells(), precompress()],
  resolve: { conditions: ['@qafila/source', 'module', 'browser', 'development|production'] },
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: PHONES,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { driver: 'driver.html', field: 'field.html', worker: 'src/phone/worker/shell-worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? WORKER : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
