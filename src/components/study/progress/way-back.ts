import type { ProgressModel } from '../../../browser/progress-model.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import { isNoProgress } from '../../../domain/progress/read-progress.ts';
import type { Progress } from '../../../domain/progress/records.ts';

/** Takes a change back. */
export type WayBack = () => Promise<Outcome<Progress>>;

/** Makes a change to all progress and gives the way back; undefined if nothing was changed. */
export async function withWayBack(
  { store, progress: before }: ProgressModel,
  change: () => Promise<Outcome<Progress>>,
): Promise<Outcome<WayBack | undefined>> {
  const newest = async () => {
    const entries = await store.snapshots();
    return 'value' in entries ? entries.value[0] : undefined;
  };
  const last = await newest();
  const done = await change();
  if ('failure' in done) return done;
  const made = await newest();
  if (made !== undefined && made.id > (last?.id ?? 0)) return { value: () => store.restore(made) };
  // Of nothing there is no snapshot.
  const isNew = isNoProgress(before) && !isNoProgress(done.value);
  return { value: isNew ? () => store.reset() : undefined };
}
