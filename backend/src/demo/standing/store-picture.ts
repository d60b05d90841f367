import sharp from 'sharp';

const WIDTH_PX = 960;
const HEIGHT_PX = 720;
const SHELVES = 4;
const BOXES = 9;
const COLOURS = ['#b98d5a', '#a87b49', '#c9a06b', '#8f6a3f', '#7d9aa8', '#9fb08a'];

/** What stands for a photo in the demo: shelves with boxes, other ones for every `seed`. */
export async function storePicture(seed: number): Promise<Buffer> {
  const boxes: string[] = [];
  for (let shelf = 0; shelf < SHELVES; shelf++) {
    const foot = 150 + shelf * 165;
    boxes.push(`<rect x="30" y="${foot}" width="900" height="12" fill="#5b5148"/>`);
    for (let at = 0; at < BOXES; at++) {
      const roll = (seed * 31 + shelf * 17 + at * 7) % 11;
      if (roll < 2) continue;
      const height = 60 + roll * 6;
      const colour = COLOURS[(roll + seed) % COLOURS.length];
      boxes.push(
        `<rect x="${48 + at * 98}" y="${foot - height}" width="88" height="${height}" fill="${colour}"/>`,
        `<rect x="${86 + at * 98}" y="${foot - height}" width="12" height="${height}" fill="#00000022"/>`,
      );
    }
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH_PX}" height="${HEIGHT_PX}">
    <rect width="100%" height="100%" fill="#d9d2c5"/>${boxes.join('')}</svg>`;
  return await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer();
}
