import type { WaybillLine } from '@qafila/contract';

export const COPIES = ['receiver', 'carrier', 'warehouse'] as const;
export type Copy = (typeof COPIES)[number];

/** Packages that so many units fill; the last may be half empty. */
export function packagesOf(line: Pick<WaybillLine, 'units' | 'unitsPerPack'>): number {
  return Math.ceil(line.units / line.unitsPerPack);
}

export function grossKg(line: Pick<WaybillLine, 'units' | 'item'>): number {
  return (line.units * line.item.unitWeightG) / 1000;
}

type Footer = { code: string; page: string; of: string; isRightToLeft: boolean };

/** The page's size, and at its foot the paper's code and where in it one is. */
export function pageRule({ code, page, of, isRightToLeft }: Footer): string {
  const [first, last] = isRightToLeft ? ['right', 'left'] : ['left', 'right'];
  const font = "font: 9pt 'IBM Plex Sans Arabic', sans-serif;";
  return `@page {
    size: A4;
    margin: 12mm 12mm 16mm;
    @bottom-${first} { content: ${quoted(code)}; ${font} }
    @bottom-${last} { content: ${quoted(`${page} `)} counter(page) ${quoted(` ${of} `)} counter(pages); ${font} }
  }`;
}

/** Text as a CSS string: nothing in it can end it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
