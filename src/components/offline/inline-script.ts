import { buildSync } from 'esbuild';
import { storage } from '../../guide-settings.ts';

/**
 * Returns the script for the offline page. It is inline and has no imports, because it must work
 * when no other file of the site can be loaded. It is bundled for each render, so that edits show
 * up during development.
 */
export function offlineScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: ['src/components/offline/offline-page.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: { 'import.meta.env.STORAGE': JSON.stringify(storage) },
  });
  return outputFiles[0]?.text ?? '';
}
