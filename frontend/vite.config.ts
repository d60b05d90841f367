import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = 'http://127.0.0.1:3000';

const REACT = /node_modules[\\/](react|react-dom|scheduler|wouter|regexparam|zustand|@tanstack)[\\/]/;

/**
 * Libraries that change rarely, each in a file of its own; the rest is split by the lazy routes. A group takes along
 * what it needs, so what many share is taken first.
 */
const CHUNKS = [
  { name: 'react', priority: 9, test: REACT },
  { name: 'i18n', priority: 8, test: /node_modules[\\/](i18next|react-i18next)[\\/]/ },
  { name: 'contract', priority: 8, test: /node_modules[\\/]zod[\\/]|backend[\\/]contract[\\/]/ },
  {
    name: 'mantine',
    priority: 6,
    test: /node_modules[\\/]@mantine[\\/](core|hooks|form|notifications)[\\/]/,
  },
  { name: 'socket', priority: 4, test: /node_modules[\\/](socket\.io|engine\.io|@socket\.io)/ },
  { name: 'map', priority: 1, test: /node_modules[\\/](leaflet|topojson-client)[\\/]|shared[\\/]map[\\/]/ },
  { name: 'dates', priority: 1, test: /node_modules[\\/](@mantine[\\/]dates|dayjs)[\\/]/ },
];

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@qafila/source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    // The content security policy allows no inline script and fonts only from the server itself.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: {
    proxy: {
      // The browser's own Host goes through: the server compares it with the Origin of every write.
      '/api': { target: SERVER, changeOrigin: false },
      '/socket.io': { target: SERVER, changeOrigin: false, ws: true },
    },
  },
});
