import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { runChecks } from './checks.mjs';
import { findChromium } from './chromium.mjs';
import { findMosquitto } from './mosquitto.mjs';
import { runTool, say, withProgress } from './steps.mjs';

/** Runs every check and every test; the last line says how many passed and failed, over all of them. */
export async function test(args) {
  const counts = args.length > 0 ? [] : [await runChecks()];
  const chromium = findChromium();
  if (chromium) {
    if ((await build()) !== 0) counts.push({ passed: 0, failed: 1 });
  } else {
    say('no Chromium found: the browser tests are left out. Set CHROMIUM_PATH, or install chromium.');
  }
  const mosquitto = findMosquitto();
  if (!mosquitto) {
    say(
      'no Mosquitto found: the tests with an MQTT broker are left out. Set MOSQUITTO_PATH, or install mosquitto.',
    );
  }
  counts.push(await runVitest(args, { chromium, mosquitto }));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  if (!chromium) process.stdout.write('Browser tests did not run: no Chromium was found.\n');
  if (!mosquitto) process.stdout.write('Tests with an MQTT broker did not run: no Mosquitto was found.\n');
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

async function runVitest(args, { chromium, mosquitto }) {
  const reportDir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila-report-'));
  const report = path.join(reportDir, 'report.json');
  const projects = ['node', 'frontend', ...(chromium ? ['browser'] : [])].flatMap((name) => [
    '--project',
    name,
  ]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = {
    ...process.env,
    ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
    ...(mosquitto ? { MOSQUITTO_PATH: mosquitto } : {}),
  };
  delete env.NODE_ENV;
  try {
    const code = await withProgress('tests (vitest)', () =>
      runTool('vitest/vitest.mjs', ['run', '--passWithNoTests', ...projects, ...reporters, ...args], { env }),
    );
    return countTests(fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : undefined, code);
  } finally {
    fs.rmSync(reportDir, { recursive: true, force: true });
  }
}

/** A file that could not even be loaded, or a run that broke off, counts as one that failed. */
export function countTests(report, exitCode) {
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
