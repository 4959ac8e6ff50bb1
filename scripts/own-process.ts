/** Steps of the build in processes of their own, which give back all that they hold when they end. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Runs a step in a process of its own. Gives its answer, or undefined if it failed, which the
 * process then has told.
 *
 * @param program module beside this one that calls `answer`
 * @param task what may be copied from process to process: data, also maps and sets
 */
export async function inOwnProcess<Answer>(
  program: string,
  task: object,
): Promise<Answer | undefined> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = fork(path, { serialization: 'advanced' });
  let answered: Answer | undefined;
  child.on('message', (message: Answer) => {
    answered = message;
  });
  child.send(task);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? answered : undefined;
}

/** In such a process: takes its one task, sends what `work` makes of it, and ends. */
export async function answer<Task>(work: (task: Task) => Promise<object>): Promise<void> {
  // Whoever asked was killed: the next build may already write to the same folder.
  process.on('disconnect', () => process.exit(1));
  const [task] = (await once(process, 'message')) as [Task];
  process.send?.(await work(task), () => process.exit());
}
