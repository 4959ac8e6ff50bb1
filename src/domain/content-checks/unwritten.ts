/** Stands in each text that `npm run new` writes, until somebody writes the real one. */
export const unwritten = '(to be written)';
