/** Placeholder in each text that `npm run new` writes. */
export const unwritten = '(to be written)';
