/** The guide's icon, a speech bubble with a pulse: SVG path in a 32 × 32 square, as in favicon.svg. */
export const mark =
  'M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H14l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Zm1 10v2h5l2-3 4 9 3-5h5v-2h-6l-2 3-4-9-3 5Z';

/** The favicon as a data URL, which needs no request. */
export const icon = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><path fill='teal' d='${mark}'/></svg>`;
