import {
  deleteOfflineCopy,
  makeOfflineCopy,
  type OfflineCopy,
  offlineCopy,
} from '../../browser/offline-copy.ts';
import { sizeText } from '../../domain/export/size-text.ts';

/** The parts of the control on `/offline/`, which stand in the page. */
export interface OfflineControl {
  readonly base: string;
  readonly status: HTMLElement;
  readonly make: HTMLElement;
  readonly remove: HTMLElement;
}

/** Says what of the guide is on the device, and deletes it or fetches it again. */
export function wireOfflineControl({ base, status, make, remove }: OfflineControl): void {
  let isBusy = false;

  const show = (copy: OfflineCopy, problem?: string): void => {
    if (isBusy) return;
    status.textContent = problem ?? stateText(copy);
    make.hidden = copy.state === 'impossible' || copy.state === 'complete';
    remove.hidden = copy.bytes === 0;
  };

  const run = async (text: string, work: (base: string) => Promise<void>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    status.textContent = text;
    const problem = await work(base).then(
      () => undefined,
      (error: unknown) =>
        `That didn’t work: ${error instanceof Error ? error.message : error}. What you have saved is safe. Check the connection and try again.`,
    );
    const copy = await offlineCopy(base);
    isBusy = false;
    show(copy, problem);
  };

  make.addEventListener('click', () => void run('Fetching the guide …', makeOfflineCopy));
  remove.addEventListener('click', () => void run('Deleting …', deleteOfflineCopy));
  const look = (): void => void offlineCopy(base).then(show);
  look();
  // The first visit may be to this page: then the guide arrives while it is open.
  void navigator.serviceWorker?.ready.then(look);
}

function stateText({ state, bytes }: OfflineCopy): string {
  switch (state) {
    case 'impossible':
      return 'This browser stores no pages for reading offline, or not in this window.';
    case 'off':
      return bytes > 0
        ? `Offline reading is off, but ${sizeText(bytes)} are still on this device.`
        : 'Offline reading is off. Nothing of the guide is on this device.';
    case 'incomplete':
      return 'The guide isn’t on this device yet. We fetch it a few seconds after you open a page.';
    case 'complete':
      return `The guide is on this device: ${sizeText(bytes)}.`;
  }
}
