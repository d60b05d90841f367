import path from 'node:path';
import { Router } from 'express';
import uiDir from 'swagger-ui-dist/absolute-path.js';
import { openApiDocument } from './document.ts';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Qafila API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  validatorUrl: null,
  tagsSorter: 'alpha',
});
`;

/** The API's description at `/api/openapi.json`, and to read and try at `/api/docs`; all of it from this server. */
export function docsRoutes(): Router {
  const router = Router();
  let document: string | undefined;
  router.get('/api/openapi.json', (_req, res) => {
    document ??= JSON.stringify(openApiDocument());
    res.set('Cache-Control', 'no-cache').type('json').send(document);
  });
  router.get('/api/docs', (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('html').send(PAGE);
  });
  router.get('/api/docs/start.js', (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('text/javascript').send(START);
  });
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    router.get(`/api/docs/${file}`, (_req, res) => res.sendFile(path.join(uiDir(), file), { maxAge: '1d' }));
  }
  return router;
}
