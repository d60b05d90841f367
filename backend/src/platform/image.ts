import sharp from 'sharp';
import { Refusal } from './refusal.ts';

const MAX_INPUT_PIXELS = 50_000_000;
const MAX_SIDE_PX = 1_600;
const JPEG_QUALITY = 82;
/** What an image is, is told by its content; formats that can carry script or other files are not read. */
const READABLE: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp']);

export type CleanImage = { jpeg: Buffer; widthPx: number; heightPx: number };

/**
 * The picture alone, encoded anew: upright, small, and without the metadata, location or foreign bytes it came with.
 * @throws {Refusal} `image_unreadable`
 */
export async function cleanImage(bytes: Buffer): Promise<CleanImage> {
  const options = { limitInputPixels: MAX_INPUT_PIXELS, failOn: 'error' } as const;
  try {
    const { format } = await sharp(bytes, options).metadata();
    if (!READABLE.has(format)) throw new Refusal('image_unreadable');
    const { data, info } = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: MAX_SIDE_PX, height: MAX_SIDE_PX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .jpeg({ quality: JPEG_QUALITY, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, widthPx: info.width, heightPx: info.height };
  } catch (error) {
    throw new Refusal('image_unreadable', undefined, { cause: error });
  }
}
