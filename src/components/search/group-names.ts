/** The names of groups of results, in the order of the groups. */
export const groupNames = {
  terms: 'Meaning',
  pages: 'Labs and pages',
  questions: 'Questions',
} as const;
