/** Groups of results, in their order. */
export const groupNames = {
  terms: 'Meaning',
  pages: 'Labs and pages',
  questions: 'Questions',
} as const;
