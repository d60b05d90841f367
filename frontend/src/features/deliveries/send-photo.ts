import { addPhoto, type Photo } from '@qafila/contract';
import { sendFile } from '../../shared/api/send-file.ts';

/** The server keeps no more than this of a side: sending more costs a phone's data for nothing. */
const LONGEST_SIDE_PX = 1_600;
const QUALITY = 0.85;

type Sending = {
  waybillId: string;
  caption: string;
  image: Blob;
  /** How much has left, as a share of 1. */
  onProgress: (share: number) => void;
};

/**
 * Sends one photo.
 * @throws {ApiProblem | NetworkError | UnexpectedAnswer}
 */
export function sendPhoto({ waybillId, caption, image, onProgress }: Sending): Promise<Photo> {
  const query = caption.trim() ? { caption: caption.trim() } : {};
  return sendFile(addPhoto, { params: { waybillId }, query }, { file: image, onProgress });
}

/** The photo no larger than the server keeps it; as it is where the browser cannot draw it. */
export async function shrunk(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const jpeg = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    return jpeg ?? file;
  } catch {
    return file;
  }
}
