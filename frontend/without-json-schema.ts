import type { Plugin } from 'vite';

/** Every schema of zod says of itself how it is written down, and so brings along the writer. */
const HOW_WRITTEN = /^ *inst\._zod\.processJSONSchema = .*;$/gm;
const WRITERS = /^import \{ (\w+), (\w+) \} from "\.\.\/core\/to-json-schema\.js";$/m;

/** Pages read by their schemas; only the server writes them down, for the API's description. A fifth of zod. */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'qafila:without-json-schema',
    apply: 'build',
    transform: {
      filter: { id: /zod\/v4\/classic\/schemas\.js$/ },
      handler: (code) => ({
        code: code.replace(HOW_WRITTEN, '').replace(WRITERS, 'const $1 = () => () => ({}), $2 = $1;'),
        map: null,
      }),
    },
  };
}
