/** Starts what is measured in processes of their own, and a PostgreSQL for them; all of it ends with the benchmark. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Answers `ask(question)`, see halls.ts; a process that says `error` or dies fails the benchmark. */
export async function start(file, ...args) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(([code]) => ({ error: `${file} ended with ${code}` }));
  const told = async () => {
    const answer = await Promise.race([once(child, 'message').then(([message]) => message), died]);
    if (answer.error) throw new Error(answer.error);
    return answer;
  };
  const ready = await told();
  return {
    ...ready,
    pid: child.pid,
    ask(question) {
      child.send(question);
      return told();
    },
    async stop() {
      child.kill('SIGKILL');
      await died;
    },
  };
}
