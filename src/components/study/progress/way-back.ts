import type { ProgressModel } from '../../../browser/progress-model.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import { isNoProgress } from '../../../domain/progress/read-progress.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import { type Notice, noticeOf } from '../base/notice.ts';
import type { StudyHost } from '../base/study-element.ts';

/** Takes a change back. */
export type WayBack = () => Promise<Outcome<Progress>>;

/** The Undo button of a notice; none if the change can't be undone. */
export function undoWith(
  wayBack: (() => Promise<Outcome<unknown>>) | undefined,
  place: string,
  host: StudyHost,
): Notice['undo'] {
  if (wayBack === undefined) return undefined;
  const run = async (): Promise<void> => {
    host.notify(
      place,
      noticeOf(await wayBack(), { text: 'Undone. Everything is as it was before.' }),
    );
  };
  return { label: undoLabels[place] ?? 'Undo', run: () => void run() };
}

const undoLabels: Readonly<Partial<Record<string, string>>> = {
  import: 'Undo this import',
  reset: 'Undo the reset',
};

/** Changes all progress and returns its undo; undefined if nothing changed. */
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
  if ('problem' in done) return done;
  const made = await newest();
  if (made !== undefined && made.id > (last?.id ?? 0)) return { value: () => store.restore(made) };
  // Of nothing there is no snapshot.
  const isNew = isNoProgress(before) && !isNoProgress(done.value);
  return { value: isNew ? () => store.reset() : undefined };
}
