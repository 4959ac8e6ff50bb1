import { now } from '../../browser/clock.ts';
import { button, element } from '../button.ts';
import { adoptStyles } from '../study/base/adopt-styles.ts';
import styles from './update-bar.css?inline';

const texts = {
  ready: ['A newer version of the guide is ready.', 'Update now'],
  elsewhere: [
    'The guide was updated in another tab. This page still works. Reload it to get the new version.',
    'Reload this page',
  ],
} as const;

/** The sessionStorage key that is set if the reader has deferred the update. */
const laterKey = `${import.meta.env.STORAGE}-update-later`;

let bar: HTMLElement | undefined;

/**
 * Shows a bar until the reader acts on it or closes it with "Later". After "Later", a new version
 * isn't offered again in this tab.
 */
function showUpdate(what: keyof typeof texts, act: () => void): void {
  const [text, label] = texts[what];
  if (what === 'ready' && isPutOff()) return;
  bar?.remove();
  adoptStyles(styles);
  const message = element('p', { role: 'status' });
  const hide = (): void => {
    bar?.remove();
    if (what === 'ready') putOff();
  };
  const properties = { className: 'update-bar flow no-print', ariaLabel: 'Update' };
  bar = element('section', properties, message, button(label, act), button('Later', hide));
  document.body.append(bar);
  // Screen readers announce only changes to an existing region.
  requestAnimationFrame(() => {
    message.textContent = text;
  });
}

function isPutOff(): boolean {
  try {
    return sessionStorage.getItem(laterKey) !== null;
  } catch {
    return false;
  }
}

function putOff(): void {
  try {
    sessionStorage.setItem(laterKey, 'yes');
  } catch {
    // If the choice can't be stored, the next page asks again.
  }
}

/** The minimum time between update checks in an open tab, in milliseconds. */
const pause = 3_600_000;

/**
 * Offers a newer version of the guide when it is ready. The reader decides when to switch to it.
 */
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
    // The first worker takes over a page of the same version, so nothing needs to be shown.
    else if (isControlled) showUpdate('elsewhere', () => location.reload());
    isControlled = true;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || now() - askedAt < pause) return;
    askedAt = now();
    // Without a connection, the check fails.
    registration.update().catch(() => {});
  });
  look();
}
