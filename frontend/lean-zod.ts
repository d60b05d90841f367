import type { Plugin } from 'vite';

/** Every schema of zod says of itself how it is written down, and so brings along the writer. */
const HOW_WRITTEN = /^ *inst\._zod\.processJSONSchema = .*;$/gm;
const WRITERS = /^import \{ (\w+), (\w+) \} from "\.\.\/core\/to-json-schema\.js";$/m;

/**
 * Pages read by their schemas; only the server writes them down, for the API's description: a fifth of zod. And what is
 * wrong the pages say in words of their own, by its code: zod's English sentences stay away.
 */
export function leanZod(): Plugin {
  return {
    name: 'qafila:lean-zod',
    apply: 'build',
    load: {
      filter: { id: /zod\/v4\/locales\/en\.js$/ },
      handler: () => `export default () => ({ localeError: () => 'invalid' });`,
    },
    transform: {
      filter: { id: /zod\/v4\/classic\/schemas\.js$/ },
      handler: (code) => ({
        code: code.replace(HOW_WRITTEN, '').replace(WRITERS, 'const $1 = () => () => ({}), $2 = $1;'),
        map: null,
      }),
    },
  };
}
