import { pathsBelow } from './domain/links/paths.ts';

/** The URLs of this build, with its base path. */
export const paths = pathsBelow(import.meta.env.BASE_URL);
