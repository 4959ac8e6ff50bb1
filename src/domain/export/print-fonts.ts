interface PrintFont {
  readonly file: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** Characters that the font covers. By default, it covers all. */
  readonly range?: string;
}

/**
 * The fonts of the print pages, so that paper and PDF are the same on every machine. DejaVu is for
 * code, and for symbols that Inter's subsets lack (arrows, mathematics, Greek).
 */
export const printFonts: readonly PrintFont[] = [
  { file: 'inter-latin-400-normal.woff2', family: 'Inter', weight: 400, style: 'normal' },
  { file: 'inter-latin-400-italic.woff2', family: 'Inter', weight: 400, style: 'italic' },
  { file: 'inter-latin-600-normal.woff2', family: 'Inter', weight: 600, style: 'normal' },
  {
    file: 'inter-latin-ext-400-normal.woff2',
    family: 'Inter',
    weight: 400,
    style: 'normal',
    range: 'U+0100-0130, U+0132-0151, U+0154-02BA, U+1E00-1E9F, U+1EF2-1EFF',
  },
  {
    file: 'dejavu-mono-latin-400-normal.woff2',
    family: 'DejaVu Mono',
    weight: 400,
    style: 'normal',
  },
];

/** Folder of the fonts, relative to the site's root. */
export const printFontFolder = 'print/fonts/';

/** Style rules that load the fonts, for a stylesheet at the site's root. */
export function fontFaces(): string {
  return printFonts
    .map(
      ({ file, family, weight, style, range }) =>
        `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(${printFontFolder}${file})${range === undefined ? '' : `;unicode-range:${range}`}}`,
    )
    .join('\n');
}
