import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type Finding = { rule: string; impact: string; where: string[]; why: string };

/**
 * What axe finds wrong on the page as it stands, and how many elements had their contrast judged.
 *
 * axe takes joined Arabic for an icon font (it draws letters and compares pixels) and then leaves colour contrast
 * out; opaque pixels during the scan keep it from that.
 */
export async function scan(page: Page): Promise<{ findings: Finding[]; contrastChecked: number }> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return await page.evaluate(async () => {
    const prototype = CanvasRenderingContext2D.prototype;
    const original = prototype.getImageData;
    prototype.getImageData = ((_x: number, _y: number, width: number, height: number) => ({
      data: new Uint8ClampedArray(Math.max(1, Math.ceil(width) * Math.ceil(height)) * 4).fill(255),
    })) as never;
    try {
      const { axe } = window as never as {
        axe: { run: (options: object) => Promise<{ violations: AxeRule[]; passes: AxeRule[] }> };
      };
      type AxeRule = {
        id: string;
        impact: string;
        nodes: { target: unknown[]; failureSummary?: string }[];
      };
      const result = await axe.run({ resultTypes: ['violations', 'passes'] });
      return {
        findings: result.violations.map((rule) => ({
          rule: rule.id,
          impact: rule.impact,
          where: rule.nodes.slice(0, 4).map((node) => String(node.target[0])),
          why: rule.nodes[0]?.failureSummary ?? '',
        })),
        contrastChecked: result.passes.find((rule) => rule.id === 'color-contrast')?.nodes.length ?? 0,
      };
    } finally {
      prototype.getImageData = original;
    }
  });
}
