import sharp from 'sharp';
import { appColors, settings } from '../../guide.ts';
import type { Export } from './export.ts';

/**
 * Icons of the installed guide, drawn from the favicon, with their width and height in pixels. The
 * system crops a maskable icon to its own shape, so the drawing keeps clear of the edge.
 */
const icons = [
  { path: 'icons/192.png', size: 192, purpose: 'any' },
  { path: 'icons/512.png', size: 512, purpose: 'any' },
  { path: 'icons/maskable-512.png', size: 512, purpose: 'maskable' },
] as const;

/**
 * Share of the icon's side that the drawing fills. The safe zone of maskable icons is four fifths.
 */
const fill = { any: 1, maskable: 0.6 } as const;

/** The manifest that makes the guide an app (https://www.w3.org/TR/appmanifest/), and its icons. */
export const installedApp: Export = {
  downloads: [],
  async *make({ paths, look: { sign } }) {
    yield { path: 'manifest.webmanifest', content: JSON.stringify(manifest(paths.home)) };
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

function manifest(base: string) {
  return {
    id: base,
    start_url: base,
    scope: base,
    name: settings.title,
    short_name: settings.iconName,
    description: settings.description,
    lang: 'en',
    display: 'standalone',
    // A window with a back button suits pages that link to each other.
    display_override: ['minimal-ui'],
    theme_color: appColors.theme,
    background_color: appColors.background,
    icons: [
      { src: `${base}favicon.svg`, sizes: 'any', type: 'image/svg+xml' },
      ...icons.map(({ path, size, purpose }) => ({
        src: base + path,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose,
      })),
    ],
  };
}
