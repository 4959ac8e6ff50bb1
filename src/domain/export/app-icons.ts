import sharp from 'sharp';
import { appColors } from '../../guide.ts';
import type { Export } from './export.ts';
import { icons } from './web-manifest.ts';

/**
 * Share of the icon's side that the drawing fills. The safe zone of maskable icons is four fifths.
 */
const fill = { any: 1, maskable: 0.6 } as const;

/** The icons of the installed guide, drawn from the favicon. */
export const appIcons: Export = {
  downloads: [],
  async *make({ look: { sign } }) {
    for (const { path, size, purpose } of icons) {
      const inner = Math.round((size * fill[purpose]) / 2) * 2;
      const border = (size - inner) / 2;
      const background = purpose === 'maskable' ? appColors.background : '#0000';
      const content = await sharp(sign, { density: (72 * inner) / 32 })
        .resize(inner, inner)
        .extend({ top: border, bottom: border, left: border, right: border, background })
        .flatten(purpose === 'maskable' ? { background } : false)
        .png({ compressionLevel: 9, palette: true })
        .toBuffer();
      yield { path, content };
    }
  },
};
