import { wireOfflineControl } from './offline-control.ts';

// The base path is in the page, not in the script, so the script's hash is the same for every base
// path.
const control = document.querySelector<HTMLElement>('#offline-control');
const base = control?.dataset['base'] ?? '/';
if (control) wireOfflineControl(control, base);
// The worker also shows this page in place of any page that it can't load.
const isAsked = location.pathname === `${base}offline/`;
document.querySelector('#not-here')?.toggleAttribute('hidden', isAsked);
