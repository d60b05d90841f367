import process from 'node:process';

/** What a child does for its parent: one answer for each message; it ends with the parent, or when it fails. */
export function answerMessages<Asked>(answer: (message: Asked) => unknown): void {
  process.on('message', (message: Asked) => {
    Promise.resolve(answer(message)).then(
      (said) => process.send?.(said),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => process.exit());
}
