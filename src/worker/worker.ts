/**
 * The service worker: it keeps the guide on the device, so that it works without a connection.
 * `scripts/write-worker.ts` builds it and puts the list of files into it; docs/offline.md says what
 * happens when.
 */
import { answer } from './answer.ts';
import { Kept, type ListedFile } from './kept.ts';
import { scope } from './scope.ts';

const base = new URL('./', scope.location.href);
const listed = (self as unknown as { readonly __WB_MANIFEST: readonly ListedFile[] }).__WB_MANIFEST;
const kept = new Kept(base, listed);

scope.addEventListener('install', (event) => event.waitUntil(kept.install(event)));

scope.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([scope.clients.claim(), kept.tidy(event)]));
});

// A new version takes over when its reader wants it, or when the last tab is closed.
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === base.origin && pathname.startsWith(base.pathname);
  if (request.method !== 'GET' || !isOurs) return;
  event.respondWith(answer(event, pathname.slice(base.pathname.length), kept));
  if (request.mode === 'navigate') event.waitUntil(kept.tidy(event));
});
