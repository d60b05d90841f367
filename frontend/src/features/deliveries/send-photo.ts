import { addPhoto, Photo, Problem } from '@qafila/contract';
import { ApiProblem, addressOf, NetworkError, randomUuid, UnexpectedAnswer } from '../../shared/api/index.ts';

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
 * Sends one photo; by XMLHttpRequest, for `fetch` tells nothing of how much has left.
 * @throws {ApiProblem | NetworkError | UnexpectedAnswer}
 */
export function sendPhoto({ waybillId, caption, image, onProgress }: Sending): Promise<Photo> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const query = caption.trim() ? { caption: caption.trim() } : {};
    request.open('POST', addressOf(addPhoto, { params: { waybillId }, query }));
    request.setRequestHeader('Content-Type', image.type);
    request.setRequestHeader('Idempotency-Key', randomUuid());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new NetworkError('no answer'));
    request.onload = () => {
      const photo = Photo.safeParse(request.response);
      if (request.status === addPhoto.success && photo.success) resolve(photo.data);
      else reject(refusalOf(request));
    };
    request.send(image);
  });
}

function refusalOf(request: XMLHttpRequest): Error {
  const problem = Problem.safeParse(request.response);
  return problem.success ? new ApiProblem(problem.data) : new UnexpectedAnswer(`status ${request.status}`);
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
