import {
  deleteOfflineCopy,
  makeOfflineCopy,
  type OfflineCopy,
  offlineCopy,
} from '../../browser/offline-copy.ts';
import { sizeText } from '../../domain/export/size-text.ts';
import { button, element } from '../button.ts';

/** Shows how much of the guide is on the device, and deletes or downloads it. */
export function wireOfflineControl(place: HTMLElement, base: string): void {
  let isBusy = false;
  const status = element('p', { role: 'status', className: 'state', tabIndex: -1 });
  const row = element('div', { className: 'row' });
  place.append(element('div', { className: 'panel stack' }, status, row));

  const show = (copy: OfflineCopy, problem?: string): void => {
    if (isBusy) return;
    status.textContent = problem ?? stateText(copy);
    const isWanting = copy.state === 'off' || copy.state === 'incomplete';
    row.replaceChildren(...(isWanting ? [make] : []), ...(copy.bytes > 0 ? [remove] : []));
  };

  const run = async (text: string, work: (base: string) => Promise<void>): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    status.textContent = text;
    // The pressed button may be removed.
    status.focus();
    const problem = await work(base).then(
      () => undefined,
      (error: unknown) =>
        `That didn’t work. Everything you saved is safe. Check your connection and try again. Details: ${error instanceof Error ? error.message : error}`,
    );
    const copy = await offlineCopy(base);
    isBusy = false;
    show(copy, problem);
  };

  const make = button('Make the guide available offline', () =>
    run('Downloading the guide…', makeOfflineCopy),
  );
  const remove = button('Delete the guide from this device', () =>
    run('Deleting…', deleteOfflineCopy),
  );
  const look = (): void => void offlineCopy(base).then(show);
  look();
  // If the first visit is to this page, the guide downloads while it is open.
  void navigator.serviceWorker?.ready.then(look);
}

function stateText({ state, bytes }: OfflineCopy): string {
  switch (state) {
    case 'impossible':
      return 'Offline reading isn’t available in this browser or window. Private windows usually block it.';
    case 'off':
      return bytes > 0
        ? `Offline reading is off, but ${sizeText(bytes)} of the guide is still on this device.`
        : 'Offline reading is off. The guide isn’t saved on this device.';
    case 'incomplete':
      return 'The guide isn’t on this device yet. Your browser downloads it a few seconds after you open a page.';
    case 'complete':
      return `The guide is on this device: ${sizeText(bytes)}.`;
  }
}
