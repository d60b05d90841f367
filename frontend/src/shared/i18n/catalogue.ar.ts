import { byNamespace, type Catalogue, type Words } from './catalogue.ts';

export const words: Words = byNamespace(
  import.meta.glob<Catalogue>(
    [
      './locales/ar.json',
      '../map/locales/ar.json',
      '../../features/{alerts,hazards,live-map,notice-bell,replay,session}/locales/ar.json',
    ],
    { eager: true, import: 'default' },
  ),
);
