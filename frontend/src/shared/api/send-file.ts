import { type Endpoint, Problem } from '@qafila/contract';
import { type Answer, addressOf, type Target } from './call.ts';
import { ApiProblem, NetworkError, UnexpectedAnswer } from './errors.ts';
import { randomUuid } from './uuid.ts';

type Sending = {
  readonly file: Blob;
  /** How much has left, as a share of 1. */
  readonly onProgress: (share: number) => void;
  /** What lets in someone who has no session. */
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Sends one image or file to an endpoint that takes one; by XMLHttpRequest, for `fetch` tells nothing of how much has
 * left.
 * @throws {ApiProblem | NetworkError | UnexpectedAnswer}
 */
export function sendFile<E extends Endpoint>(
  endpoint: E,
  target: Target<E>,
  { file, onProgress, headers = {} }: Sending,
): Promise<Answer<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method.toUpperCase(), addressOf(endpoint, target as Record<string, never>));
    const mediaType = endpoint.bodyType === 'image' ? file.type : 'application/octet-stream';
    request.setRequestHeader('Content-Type', mediaType);
    if (endpoint.idempotent) request.setRequestHeader('Idempotency-Key', randomUuid());
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new NetworkError('no answer'));
    request.onload = () => {
      const answer = endpoint.response.safeParse(request.response);
      if (request.status === endpoint.success && answer.success) resolve(answer.data as Answer<E>);
      else reject(refusalOf(request));
    };
    request.send(file);
  });
}

function refusalOf(request: XMLHttpRequest): Error {
  const problem = Problem.safeParse(request.response);
  return problem.success ? new ApiProblem(problem.data) : new UnexpectedAnswer(`status ${request.status}`);
}
