import path from 'node:path';
import { defineConfig } from 'vite';

/** The map alone, for `npm run bench`: not part of what the server gives to people. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  resolve: { conditions: ['@qafila/source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: path.join(import.meta.dirname, 'map.html') },
  },
});
