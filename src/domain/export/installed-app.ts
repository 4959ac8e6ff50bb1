import sharp from 'sharp';
import { appColors, settings } from '../../guide-settings.ts';
import type { Export } from './export.ts';

/**
 * Icons for the installed guide, drawn from the favicon. `size` is the width and height in pixels.
 * Systems crop maskable icons to a shape of their choice, so these have a wide margin.
 */
const icons = [
  { path: 'icons/192.png', size: 192, purpose: 'any' },
  { path: 'icons/512.png', size: 512, purpose: 'any' },
  { path: 'icons/maskable-512.png', size: 512, purpose: 'maskable' },
] as const;

/**
 * The drawing's width as a share of the icon's. The safe zone of a maskable icon is a circle that
 * is 0.8 times as wide as the icon.
 */
const fill = { any: 1, maskable: 0.6 } as const;

/**
 * The manifest that makes the guide an installable app (https://www.w3.org/TR/appmanifest/), and
 * its icons.
 */
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
    // Prefer a window with a back button, because the pages link to each other.
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
