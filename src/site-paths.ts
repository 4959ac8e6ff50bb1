import { pathsBelow } from './domain/links/paths.ts';

/** The addresses of this build, below its base path. */
export const paths = pathsBelow(import.meta.env.BASE_URL);
