import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printFonts } from '../src/domain/export/print-fonts.ts';
import type { CardLook } from '../src/domain/previews/draw-card.ts';

const fonts = [
  import.meta.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'),
  import.meta.resolve('@fontsource/inter/files/inter-latin-600-normal.woff2'),
];

export function readLook(root: string): CardLook {
  const read = (file: string) => readFileSync(join(root, file));
  return {
    styles: ['tokens', 'chart-colors', 'preview-card'].map((name) =>
      inLight(read(`src/styles/${name}.css`).toString()),
    ),
    fonts: fonts.map((address) => readFileSync(new URL(address))),
    sign: read('public/favicon.svg'),
  };
}

/** A file in each folder of the fonts of the print pages. */
const printFontPackages = [
  import.meta.resolve('@fontsource/inter/files/inter-latin-400-normal.woff2'),
  import.meta.resolve('@fontsource/dejavu-mono/files/dejavu-mono-latin-400-normal.woff2'),
] as const;

export function readPrintFonts(): Map<string, Uint8Array> {
  const [inter, dejavu] = printFontPackages;
  return new Map(
    printFonts.map(({ file }) => {
      const beside = file.startsWith('inter') ? inter : dejavu;
      return [file, readFileSync(new URL(file, beside))];
    }),
  );
}

/** Preview images use the light theme, because their renderer doesn't support `light-dark()`. */
function inLight(styles: string): string {
  return styles.replace(/light-dark\(([^,()]+),[^()]+\)/g, '$1');
}
