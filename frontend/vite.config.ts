import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = 'http://127.0.0.1:3000';

/** Libraries that change rarely and that most screens share; everything else is split by the lazy routes. */
const CHUNKS = [
  { name: 'map', test: /node_modules[\\/](leaflet|topojson-client)[\\/]|shared[\\/]map[\\/]/ },
  { name: 'dates', test: /node_modules[\\/](@mantine[\\/]dates|dayjs)[\\/]/ },
  { name: 'socket', test: /node_modules[\\/](socket\.io|engine\.io|@socket\.io)/ },
  {
    name: 'react',
    test: /node_modules[\\/](react|react-dom|scheduler|wouter|regexparam|zustand|@tanstack)[\\/]/,
  },
  { name: 'i18n', test: /node_modules[\\/](i18next|react-i18next)[\\/]/ },
  { name: 'contract', test: /node_modules[\\/]zod[\\/]|backend[\\/]contract[\\/]/ },
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
      '/api': SERVER,
      '/socket.io': { target: SERVER, ws: true },
    },
  },
});
