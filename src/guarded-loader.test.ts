import { EventEmitter } from 'node:events';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { expect, it } from 'vitest';
import { guarded } from './guarded-loader.ts';
import { contentRead, contentRefused } from './integrations/edits-at-once.ts';

it('tells the development server of each edit that it takes in, and not of the first reading', async () => {
  const watcher = new EventEmitter();
  const kept = new Map<string, unknown>();
  const store = {
    set: ({ id, data }: { id: string; data: unknown }) => {
      const isNew = kept.get(id) !== data;
      kept.set(id, data);
      return isNew;
    },
    delete: (id: string) => void kept.delete(id),
  };
  const reader: Loader = {
    name: 'reader',
    load: async ({ store: own }) => {
      own.set({ id: 'a', data: { text: 'first' } });
      watcher.on('change', (text) => own.set({ id: 'a', data: text }));
      watcher.on('unlink', () => own.delete('a'));
    },
  };
  let told = 0;
  watcher.on(contentRead, () => {
    told += 1;
  });
  const config = { root: new URL('file:///guide/') };
  const context = { store, watcher, config, entryTypes: new Map() } as unknown as LoaderContext;
  await guarded(reader, z.object({})).load(context);
  expect([told, kept.size]).toEqual([0, 1]);
  watcher.emit('change', 'second');
  expect([told, kept.get('a')]).toEqual([1, 'second']);
  // Saved without a change: pages stay as they are.
  watcher.emit('change', 'second');
  expect(told).toBe(1);
  watcher.emit('unlink');
  expect([told, kept.size]).toEqual([2, 0]);
});

it('tells of an edit that it refuses', async () => {
  const watcher = new EventEmitter();
  let told = 0;
  watcher.on(contentRefused, () => {
    told += 1;
  });
  const reader: Loader = {
    name: 'reader',
    load: async (context) => {
      const { entryTypes } = context as unknown as {
        entryTypes: Map<string, { getEntryInfo(file: object): unknown }>;
      };
      entryTypes.get('.yaml')?.getEntryInfo({
        contents: 'unknown: field',
        fileUrl: new URL('../package.json', import.meta.url),
      });
    },
  };
  const context = {
    store: {},
    watcher,
    config: { root: new URL('..', import.meta.url) },
    entryTypes: new Map([['.yaml', {}]]),
  } as unknown as LoaderContext;
  await expect(guarded(reader, z.strictObject({})).load(context)).rejects.toThrow('package.json:1');
  expect(told).toBe(1);
});
