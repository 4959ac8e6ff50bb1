import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { backgroundColor, icons } from '../src/domain/export/web-manifest.ts';

/** Share of the icon's side that is drawn; the safe zone of maskable icons is four fifths. */
const fill = { any: 1, maskable: 0.6 } as const;

export async function drawIcons(dist: string): Promise<void> {
  const sign = readFileSync(join(dist, 'favicon.svg'));
  for (const { path, size, purpose } of icons) {
    const inner = Math.round((size * fill[purpose]) / 2) * 2;
    const border = (size - inner) / 2;
    const background = purpose === 'maskable' ? backgroundColor : '#0000';
    const drawn = await sharp(sign, { density: (72 * inner) / 32 })
      .resize(inner, inner)
      .extend({ top: border, bottom: border, left: border, right: border, background })
      .flatten(purpose === 'maskable' ? { background } : false)
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), drawn);
  }
}
