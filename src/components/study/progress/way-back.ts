import type { ProgressModel } from '../../../browser/progress-model.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import { isNoProgress } from '../../../domain/progress/read-progress.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import type { Host } from './host.ts';
import { type Notice, type NoticePlace, noticeOf } from './notice-view.ts';

/** Takes a change back. */
export type WayBack = () => Promise<Outcome<Progress>>;

/** The button of a notice that takes something back and tells so; none if there is no way back. */
export function undoWith(
  wayBack: (() => Promise<Outcome<unknown>>) | undefined,
  place: NoticePlace,
  host: Host,
): Notice['undo'] {
  if (wayBack === undefined) return undefined;
  const run = async (): Promise<void> => {
    host.tell(
      place,
      noticeOf(await wayBack(), { text: 'Undone. Everything is as it was before.' }),
    );
  };
  return { label: undoLabels[place] ?? 'Undo', run: () => void run() };
}

const undoLabels: Readonly<Partial<Record<NoticePlace, string>>> = {
  import: 'Undo this import',
  reset: 'Undo the reset',
};

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
  if ('problem' in done) return done;
  const made = await newest();
  if (made !== undefined && made.id > (last?.id ?? 0)) return { value: () => store.restore(made) };
  // Of nothing there is no snapshot.
  const isNew = isNoProgress(before) && !isNoProgress(done.value);
  return { value: isNew ? () => store.reset() : undefined };
}
