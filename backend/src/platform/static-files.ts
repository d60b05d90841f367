import fs from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler, type Router } from 'express';

/** How the build has compressed an asset, best first. */
const COMPRESSED = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
];
const IS_ASSET = /^\/[\w.~-]+$/;
const NOT_PAGES = /^\/(api|socket\.io)(\/|$)/i;
/** Pages of their own, for phones; their service workers lie at the root, from where they may serve them. */
const PHONE_PAGES = { '/d': 'driver.html', '/field': 'field.html' };

/** The built pages: hashed assets for ever, the rest asked for anew; any other address is the application's own. */
export function staticFiles(frontendDir: string): Router {
  const router = express.Router();
  const assets = path.join(frontendDir, 'assets');
  router.use(
    '/assets',
    compressedAtBuild(assets),
    express.static(assets, { immutable: true, maxAge: '1y', index: false, fallthrough: true }),
  );
  router.use(
    express.static(frontendDir, {
      index: 'index.html',
      redirect: false,
      setHeaders: (res) => res.set('Cache-Control', 'no-cache'),
    }),
  );
  for (const [address, file] of Object.entries(PHONE_PAGES)) {
    router.get(address, page(path.join(frontendDir, file)));
  }
  router.use(pageFor(path.join(frontendDir, 'index.html')));
  return router;
}

/** Passes the request on to the smallest file that the browser takes. */
function compressedAtBuild(dir: string): RequestHandler {
  return (req, res, next) => {
    res.vary('Accept-Encoding');
    const found = COMPRESSED.find(
      ({ encoding, ending }) =>
        IS_ASSET.test(req.path) &&
        req.acceptsEncodings(encoding) &&
        fs.existsSync(path.join(dir, req.path + ending)),
    );
    if (found) {
      res.type(path.extname(req.path)).set('Content-Encoding', found.encoding);
      req.url = req.path + found.ending;
    }
    next();
  };
}

function pageFor(indexFile: string): RequestHandler {
  const send = page(indexFile);
  return (req, res, next) => {
    const isPage =
      (req.method === 'GET' || req.method === 'HEAD') &&
      !NOT_PAGES.test(req.path) &&
      !/\.\w+$/.test(req.path);
    if (isPage) send(req, res, next);
    else next();
  };
}

function page(file: string): RequestHandler {
  return (req, res, next) => {
    if (req.accepts('html') && fs.existsSync(file)) res.set('Cache-Control', 'no-cache').sendFile(file);
    else next();
  };
}
