import { levelIcons } from '../../guide-settings.ts';

/**
 * Returns the level icons as masks for Starlight's sidebar, where a badge's class names the level
 * (see `sidebar.ts`).
 */
export function levelIconStyles(): string {
  return Object.entries(levelIcons)
    .map(([id, path]) => `.level-${id}{--level-icon:url("${maskOf(path)}")}`)
    .join('');
}

function maskOf(path: string): string {
  const look =
    "fill='none' stroke='red' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'";
  return `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' ${look}><path d='${path}'/></svg>`;
}

/** Stroked outlines in a 24 × 24 box. */
export const icons = {
  search: 'm20 20-4.5-4.5M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  star: 'm12 4 2.5 5.1 5.5.8-4 4 1 5.6-5-2.7-5 2.7 1-5.6-4-4 5.5-.8z',
  note: 'M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 9h7m-7 4H12',
  flag: 'M6 21V4m0 1h12l-3 4 3 4H6',
  lab: 'M9.5 3h5m-4 0v6L5 19.5 6 21h12l1-1.5L13.5 9V3M8 15h8',
  share: 'M12 15V4m-4 4 4-4 4 4M6 12v7.5h12V12',
} as const;
