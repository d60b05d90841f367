import { randomUuid } from './uuid.ts';

/**
 * The idempotency key of one submission: the same while the same content is sent again after a failure, a new one as
 * soon as the content differs or the last one was done.
 */
export type Submission = {
  keyFor: (content: unknown) => string;
  done: () => void;
};

export function createSubmission(): Submission {
  let current: { content: string; key: string } | undefined;
  return {
    keyFor(content) {
      const text = JSON.stringify([content]);
      if (current?.content !== text) current = { content: text, key: randomUuid() };
      return current.key;
    },
    done() {
      current = undefined;
    },
  };
}
