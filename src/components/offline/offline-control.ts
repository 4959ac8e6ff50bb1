import { cacheNames } from '../../domain/offline/cache-names.ts';
import { sizeText } from '../../domain/words/size-text.ts';
import { button, element } from '../button.ts';

export function wireOfflineControl(container: HTMLElement, base: string): void {
  let isBusy = false;
  const status = element('p', { role: 'status', className: 'state', tabIndex: -1 });
  const row = element('div', { className: 'row' });
  container.append(element('div', { className: 'panel stack' }, status, row));

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
    // The pressed button may disappear, so move the focus to the status.
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
  // If this is the first page that the reader visits, the guide downloads while the page is open.
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

interface OfflineCopy {
  /**
   * `impossible` means that the browser can't store pages, at least not for this origin. `off`
   * means that the reader turned off offline reading. `incomplete` means that files are missing, or
   * that there is no worker to count them. `complete` means that the whole guide works offline.
   */
  readonly state: 'impossible' | 'off' | 'incomplete' | 'complete';
  readonly bytes: number;
}

/** The same key as `offline` in `storage-keys.ts`, which `register-worker.ts` also uses. */
const offKey = `${import.meta.env.STORAGE}-offline`;

/**
 * How long to wait for the worker's reply, in milliseconds. Workers from older versions never
 * reply.
 */
const patience = 3000;

async function offlineCopy(base: string): Promise<OfflineCopy> {
  try {
    const bytes = await storedBytes(base);
    if (localStorage.getItem(offKey) === 'off') return { state: 'off', bytes };
    const { active } = (await navigator.serviceWorker.getRegistration(base)) ?? {};
    const missing = active && (await ask(active, 'count-missing', patience).catch(() => undefined));
    return { state: missing === 0 ? 'complete' : 'incomplete', bytes };
  } catch {
    // Without HTTPS, there are no caches and no workers. Private windows may lack them too.
    return { state: 'impossible', bytes: 0 };
  }
}

/**
 * Turns on offline reading. Resolves once everything is stored.
 * @throws Error if that fails
 */
async function makeOfflineCopy(base: string): Promise<void> {
  localStorage.removeItem(offKey);
  const registration = await navigator.serviceWorker.register(`${base}worker.js`);
  await registration.update();
  const next = registration.installing ?? registration.waiting;
  if (next) await activated(next);
  // An installed worker doesn't download missing files on its own.
  if (registration.active) await ask(registration.active, 'fill');
}

/** Turns off offline reading and deletes the offline copy. Progress isn't affected. */
async function deleteOfflineCopy(base: string): Promise<void> {
  localStorage.setItem(offKey, 'off');
  const registration = await navigator.serviceWorker.getRegistration(base);
  const { installing, waiting, active } = registration ?? {};
  // The `empty` request tells the workers to stop fetching.
  await Promise.allSettled(
    [installing, waiting, active].map((worker) => worker && ask(worker, 'empty', patience)),
  );
  // While a page is open, its worker stays registered. It is reused if the reader turns offline
  // reading back on.
  await registration?.unregister();
  await Promise.all((await namesBelow(base)).map((name) => caches.delete(name)));
}

/**
 * Waits until a worker has fetched its version of the guide, and makes it active.
 * @throws Error if it can't be installed
 */
function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker.state === 'installed') worker.postMessage('take-over');
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant')
        reject(new Error('part of the guide couldn’t be downloaded'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Sends the worker a request and returns its reply. See `src/worker/worker.ts`. */
function ask(worker: ServiceWorker, request: string, timeout?: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<{ value?: unknown; problem?: string }>) => {
      if (data.problem === undefined) resolve(data.value);
      else reject(new Error(data.problem));
    };
    if (timeout !== undefined)
      setTimeout(() => reject(new Error('the service worker didn’t respond')), timeout);
    worker.postMessage(request, [port2]);
  });
}

async function namesBelow(base: string): Promise<string[]> {
  const { prefix } = cacheNames(base);
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function storedBytes(base: string): Promise<number> {
  let bytes = 0;
  for (const name of await namesBelow(base)) {
    const cache = await caches.open(name);
    const responses = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
    const blobs = await Promise.all(responses.map((response) => response?.blob()));
    bytes += blobs.reduce((sum, blob) => sum + (blob?.size ?? 0), 0);
  }
  return bytes;
}
