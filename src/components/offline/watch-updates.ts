import { now } from '../../browser/clock.ts';
import { showUpdate } from './update-bar.ts';

/** Minimum time between update checks of an open tab, in milliseconds. */
const pause = 3_600_000;

/** Offers a newer version of the guide when it is ready; the reader decides when to switch. */
export function watchUpdates(
  workers: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
): void {
  let askedAt = now();
  let isWanted = false;
  let isControlled = workers.controller !== null;
  const take = (): void => {
    isWanted = true;
    registration.waiting?.postMessage('take-over');
  };
  const look = (): void => {
    if (registration.waiting && isControlled) showUpdate('ready', take);
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  workers.addEventListener('controllerchange', () => {
    if (isWanted) location.reload();
    // The first worker takes over a page of its own version.
    else if (isControlled) showUpdate('elsewhere', () => location.reload());
    isControlled = true;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || now() - askedAt < pause) return;
    askedAt = now();
    // Fails without a connection.
    registration.update().catch(() => {});
  });
  look();
}
