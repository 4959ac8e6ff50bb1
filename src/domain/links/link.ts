/** A URL in a file of the site. */
export interface Link {
  readonly address: string;
  readonly kind: LinkKind;
}

/**
 * Who follows a URL: a reader or another program, the browser itself, or a script that appends to
 * it.
 */
export type LinkKind = 'followed' | 'loaded' | 'completed';
