import { byNamespace, type Catalogue, type Words } from './catalogue.ts';

export const words: Words = byNamespace(
  import.meta.glob<Catalogue>(
    [
      '../ui/records/locales/en.json',
      '../../features/*/locales/en.json',
      '!../../features/{alerts,hazards,live-map,notice-bell,replay,session}/locales/en.json',
    ],
    { eager: true, import: 'default' },
  ),
);
