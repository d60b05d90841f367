import { typecheck } from './build.mjs';
import { runTool, withProgress } from './steps.mjs';

/** Everything that can be said of the sources without running them. */
const CHECKS = [
  { title: 'types (tsc)', run: typecheck },
  { title: 'style and imports (biome)', run: () => runTool('@biomejs/biome/bin/biome', ['check', '.']) },
  { title: 'unused files, exports and dependencies (knip)', run: () => runTool('knip/bin/knip.js', []) },
  {
    title: 'docker-compose.yml (dclint)',
    run: () => runTool('dclint/bin/dclint.cjs', ['docker-compose.yml']),
  },
];

export async function runChecks() {
  const count = { passed: 0, failed: 0 };
  for (const { title, run } of CHECKS) {
    if ((await withProgress(title, run)) === 0) count.passed++;
    else count.failed++;
  }
  return count;
}
