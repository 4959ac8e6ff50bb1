/** Icons of this guide's levels: outlines in a square of 24, drawn with a stroke. */
export const levelIcons: Readonly<Record<string, string>> = {
  beginner: 'M12 7c-2-1.6-5-2-8-2v13c3 0 6 .4 8 2 2-1.6 5-2 8-2V5c-3 0-6 .4-8 2zm0 0v13',
  intermediate:
    'M4 8h8m4 0h4M4 16h4m4 0h8M12 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M8 16a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  advanced: 'm12 3 9 5-9 5-9-5zm-9 9.5 9 5 9-5M3 17l9 5 9-5',
  'scenario-based': 'M13 2.5 4.5 14H11l-1 7.5L19 10h-6.5z',
  'ai-workflow-and-tools': 'M3.5 5h17v14h-17zM7.5 9.5 10 12l-2.5 2.5m5 .5h4',
  behavioral: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-8 9c.4-4 3.6-6 8-6s7.6 2 8 6',
};

/** The icons as masks for Starlight's sidebar, where a level is a class of a badge (`sidebar.ts`). */
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

export const icons = {
  search: 'm20 20-4.5-4.5M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  star: 'm12 4 2.5 5.1 5.5.8-4 4 1 5.6-5-2.7-5 2.7 1-5.6-4-4 5.5-.8z',
  flag: 'M6 21V4m0 1h12l-3 4 3 4H6',
  lab: 'M9.5 3h5m-4 0v6L5 19.5 6 21h12l1-1.5L13.5 9V3M8 15h8',
  share: 'M12 15V4m-4 4 4-4 4 4M6 12v7.5h12V12',
} as const;
