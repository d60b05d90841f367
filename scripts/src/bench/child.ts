import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** Another program of this folder in a process of its own, told what to do by arguments and messages. */
export type Child<Said> = {
  /** Sends, and resolves with the next thing it says. */
  ask: (message: object) => Promise<Said>;
  /** The next thing it says. */
  hear: () => Promise<Said>;
  stop: () => Promise<void>;
};

export function startChild<Said>(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Child<Said> {
  const file = new URL(`../${program}.js`, import.meta.url);
  const child = fork(file, args, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  });
  const end = ended(child, program);
  end.catch(() => undefined);
  const hear = async (): Promise<Said> => {
    const said = await Promise.race([once(child, 'message'), end]);
    return said[0] as Said;
  };
  return {
    hear,
    ask(message) {
      const answer = hear();
      child.send(message);
      return answer;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

async function ended(child: ChildProcess, program: string): Promise<never> {
  const [code, signal] = await once(child, 'exit');
  throw new Error(`${program} ended with ${code ?? signal}`);
}
