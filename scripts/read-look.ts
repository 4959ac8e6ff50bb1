import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printFonts } from '../src/domain/export/print-fonts.ts';
import type { CardLook } from '../src/domain/previews/draw-card.ts';

const inter = import.meta.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2');
const dejavu = import.meta.resolve(
  '@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff2',
);

function readFont(file: string): Uint8Array {
  return readFileSync(new URL(file, file.startsWith('inter') ? inter : dejavu));
}

export function readLook(root: string): CardLook {
  const read = (file: string) => readFileSync(join(root, file));
  return {
    styles: ['tokens', 'chart-colors', 'preview-card'].map((name) =>
      inLight(read(`src/styles/${name}.css`).toString()),
    ),
    fonts: ['inter-latin-400-normal.woff2', 'inter-latin-600-normal.woff2'].map(readFont),
    sign: read('public/favicon.svg'),
  };
}

export function readPrintFonts(): Map<string, Uint8Array> {
  return new Map(printFonts.map(({ file }) => [file, readFont(file)]));
}

/** Preview images use the light theme, because their renderer doesn't support `light-dark()`. */
function inLight(styles: string): string {
  return styles.replace(/light-dark\(([^,()]+),[^()]+\)/g, '$1');
}
