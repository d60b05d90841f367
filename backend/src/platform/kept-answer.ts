import { gzipSync } from 'node:zlib';
import type { Endpoint } from '@qafila/contract';
import type { Request, Response } from 'express';
import type { Context } from './context.ts';
import { createKept } from './kept.ts';

type Answer = { json: Buffer; gzip: Buffer };
type Asked = Context & { readonly req: Request; readonly res: Response };

/** What comes with time alone is seen after so long. */
const KEEP_MS = 60_000;

/**
 * For a list that is long by its nature and the same for many: judged by its schema, written and compressed once, and
 * sent as it is until `change` is another.
 */
export function createKeptAnswer({ response }: Pick<Endpoint, 'response'>) {
  const kept = createKept<Answer>(KEEP_MS);
  return async (
    asked: Asked,
    of: { key: string; change: string },
    reckon: () => Promise<unknown>,
  ): Promise<Response> => {
    const { json, gzip } = await kept(asked, of, async () => {
      const written = Buffer.from(JSON.stringify(response.parse(await reckon())));
      return { json: written, gzip: gzipSync(written) };
    });
    const { req, res } = asked;
    res.type('json').vary('Accept-Encoding');
    if (req.acceptsEncodings('gzip') !== 'gzip') return res.send(json);
    return res.set('Content-Encoding', 'gzip').send(gzip);
  };
}
