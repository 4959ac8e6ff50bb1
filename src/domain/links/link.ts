/** A URL in a file of the site. */
export interface Link {
  readonly address: string;
  readonly kind: LinkKind;
}

/**
 * What follows an address: a reader or another program, the browser by itself, or a script that
 * puts something behind it.
 */
export type LinkKind = 'followed' | 'loaded' | 'completed';
