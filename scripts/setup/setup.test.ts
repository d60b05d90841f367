import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findChromium } from './chromium.mjs';
import { cleanEnvironment } from './install.mjs';
import { hasStamp, installStamp, sourceStamp } from './stamps.mjs';
import { countTests } from './tests.mjs';

let dir: string;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'qafila setup '));
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

function write(name: string, content: string): string {
  const file = path.join(dir, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
}

describe('the stamp of the sources', () => {
  test('changes with the content of a source, not with its date', () => {
    const file = write('backend/src/main.ts', 'one');
    const before = sourceStamp(dir);
    fs.utimesSync(file, 1, 1);
    expect(sourceStamp(dir)).toBe(before);
    write('backend/src/main.ts', 'two');
    expect(sourceStamp(dir)).not.toBe(before);
  });

  test('changes when a source appears or moves', () => {
    write('db/src/a.ts', 'same');
    const before = sourceStamp(dir);
    fs.renameSync(path.join(dir, 'db/src/a.ts'), path.join(dir, 'db/src/b.ts'));
    const moved = sourceStamp(dir);
    expect(moved).not.toBe(before);
    write('frontend/public/icon.svg', '<svg/>');
    expect(sourceStamp(dir)).not.toBe(moved);
  });

  test('does not change with tests, outputs or papers', () => {
    write('backend/src/main.ts', 'one');
    const before = sourceStamp(dir);
    write('backend/src/main.test.ts', 'test');
    write('backend/dist/main.js', 'built');
    write('backend/README.md', 'words');
    expect(sourceStamp(dir)).toBe(before);
  });
});

describe('the stamp of the installation', () => {
  test('holds for the same lock and not for another', () => {
    const lock = write('package-lock.json', '{}');
    const stampFile = write('.installed', installStamp(lock));
    expect(hasStamp(stampFile, installStamp(lock))).toBe(true);
    write('package-lock.json', '{"lockfileVersion":3}');
    expect(hasStamp(stampFile, installStamp(lock))).toBe(false);
  });

  test('is missing before the first installation', () => {
    expect(hasStamp(path.join(dir, '.installed'), 'x')).toBe(false);
  });
});

test('npm ci sees neither NODE_ENV nor the settings of the npm that called', () => {
  const environment = {
    NODE_ENV: 'production',
    npm_config_omit: 'dev',
    'npm_config_include-workspace-root': 'true',
    npm_lifecycle_event: 'start',
    npm_config_registry: 'https://registry.example',
    PATH: '/bin',
  };
  expect(cleanEnvironment(environment)).toEqual({
    npm_config_registry: 'https://registry.example',
    PATH: '/bin',
  });
});

describe('the count of tests', () => {
  const file = (status: string, ...results: string[]) => ({
    status,
    assertionResults: results.map((result) => ({ status: result })),
  });

  test('adds up what passed and failed', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')],
    };
    expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1 });
  });

  test('counts a file that could not be loaded as one failure', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 0,
      testResults: [file('passed', 'passed'), file('failed')],
    };
    expect(countTests(report, 1)).toEqual({ passed: 2, failed: 1 });
  });

  test('is never all green when the run itself broke', () => {
    expect(countTests({ numPassedTests: 2, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1);
    expect(countTests(undefined, 0).failed).toBe(1);
  });
});

test('Chromium is the one named, else the first on the path, else none', () => {
  const bin = write('bin/chromium', '');
  expect(findChromium({ CHROMIUM_PATH: '/opt/chrome', PATH: path.dirname(bin) })).toBe('/opt/chrome');
  expect(findChromium({ PATH: path.dirname(bin) })).toBe(bin);
  expect(findChromium({ PATH: dir })).toBeUndefined();
});
