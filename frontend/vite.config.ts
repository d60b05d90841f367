import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { directContract } from './direct-contract.ts';
import { leanZod } from './lean-zod.ts';
import { precompress } from './precompress.ts';

const SERVER = 'http://127.0.0.1:3000';

const REACT = /node_modules[\\/](react|react-dom|scheduler|wouter|regexparam|zustand|@tanstack)[\\/]/;
const MANTINE =
  /node_modules[\\/](@mantine[\\/](core|hooks|notifications)|@floating-ui|react-remove-scroll|react-transition-group)[\\/]/;
/** Registers and forms, which the map has none of. */
const FORMS =
  /node_modules[\\/]@mantine[\\/]form[\\/]|shared[\\/](forms|ui[\\/](Edit|Field|Filter|Name|Quantity|Register|Save))/;
/** What is asked and answered on other screens than the map: most of all in the standing work with the associations. */
const OTHER_SCREENS =
  /contract[\\/]src[\\/](applications|associations|bank-|board|days|directory|documents|field-errors|finances|findings|giving|import|jobs|months|movement|notice-threads|obligation|people|pledge-blocks|projects|referral|registry|route-planning|table|viability|visit)/;
const CONTRACT = /node_modules[\\/]zod[\\/]|backend[\\/]contract[\\/]/;
/** Papers, charts and histories of the standing work. */
const RECORDS = /shared[\\/](ui[\\/]records|api[\\/]send-file)/;
const MAP = /node_modules[\\/](leaflet|topojson-client)[\\/]|shared[\\/]map[\\/](?!locales)/;
/** Markers, lines, tiles and what is edited with them: the live map paints all on its canvases. */
const ON_OTHER_MAPS =
  /leaflet[\\/]src[\\/](layer[\\/](?!Layer\.)|geometry[\\/]\w+Util)|map[\\/](line-editor|site-picker|place-marks|leaflet-(layers|tiles))/;
/** What the first screen cannot do without, rather than what any screen may ask for. */
const INITIAL = ['$initial' as const];

/**
 * Libraries that change rarely and parts that many screens share, each in a file of its own; the rest is split by the
 * lazy routes. A group takes along what it needs, so what many share is taken first. Files are few, for each costs a
 * kilobyte of headers, and none brings to the first screen what it does not show.
 */
const CHUNKS = [
  { name: 'react', priority: 9, test: REACT },
  { name: 'i18n', priority: 8, tags: INITIAL, test: /node_modules[\\/](i18next|react-i18next)[\\/]/ },
  { name: 'contract', priority: 8, test: (id: string) => CONTRACT.test(id) && !OTHER_SCREENS.test(id) },
  { name: 'contract-of-others', priority: 7, test: OTHER_SCREENS },
  { name: 'basemap', priority: 8, test: /shared[\\/]map[\\/]basemap[\\/].*\.json/ },
  { name: 'mantine', priority: 6, tags: INITIAL, test: MANTINE },
  {
    name: 'start',
    priority: 5,
    tags: INITIAL,
    test: /frontend[\\/]src[\\/]|node_modules[\\/](@tabler|@?socket\.io|engine\.io)/,
  },
  { name: 'fields', priority: 4, test: MANTINE, entriesAware: true, entriesAwareMergeThreshold: 3000 },
  { name: 'forms', priority: 3, test: FORMS },
  { name: 'map', priority: 3, test: (id: string) => MAP.test(id) && !ON_OTHER_MAPS.test(id) },
  {
    name: 'parts',
    priority: 2,
    minShareCount: 2,
    maxModuleSize: 4000,
    test: /shared[\\/](ui|format|lists)[\\/](?!DateTimeInput|dates|QrCode|Signature|signature|records)|@tabler/,
  },
  { name: 'records', priority: 1, test: RECORDS },
  { name: 'dates', priority: 1, test: /node_modules[\\/](@mantine[\\/]dates|dayjs)[\\/]/ },
];

export default defineConfig({
  plugins: [directContract(), react(), leanZod(), precompress()],
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
