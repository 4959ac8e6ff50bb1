/** The guide's mark: what is said, with a pulse. Outline in a square of 32, as in favicon.svg. */
export const mark =
  'M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H14l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Zm1 10v2h5l2-3 4 9 3-5h5v-2h-6l-2 3-4-9-3 5Z';

/** The icon of a page as a data address, which asks for no file. */
export const icon = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><path fill='teal' d='${mark}'/></svg>`;
