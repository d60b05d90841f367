import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';
import { precompress } from './precompress.ts';

/** The oldest phones the page is for: Android 7 and a browser that was kept up to date. */
const PHONES = ['chrome87', 'firefox90', 'safari14'];
const WORKER = 'driver-worker.js';

/** Tells the service worker what the page is made of, and gives it a new version when that changes. */
function shell(): Plugin {
  return {
    name: 'qafila:driver-shell',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      const html = bundle['driver.html'];
      if (worker?.type !== 'chunk' || html?.type !== 'asset')
        throw new Error('The page or its worker is missing');
      const paths = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const version = createHash('sha256').update(html.source).update(worker.code).digest('hex').slice(0, 12);
      const known = JSON.stringify({ version, paths: paths.map((name) => `/${name}`) });
      worker.code = `const SHELL=${known};${worker.code}`;
    },
  };
}

/** The driver's page: a bundle of its own beside the application's, for a cheap phone on a bad network. */
export default defineConfig({
  plugins: [shell(), precompress()],
  resolve: { conditions: ['@qafila/source', 'module', 'browser', 'development|production'] },
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: PHONES,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { driver: 'driver.html', worker: 'src/driver/worker/driver-worker.ts' },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? WORKER : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', changeOrigin: false } } },
});
