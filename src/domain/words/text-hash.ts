/**
 * The hash of `short-hash.ts`, for a text in chunks. A separate file, because pages load that one.
 */
export class TextHash {
  #hash = 0x811c9dc5;

  /** Adds the next chunk. */
  add(text: string): void {
    let hash = this.#hash;
    for (let place = 0; place < text.length; place += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
    }
    this.#hash = hash;
  }

  /** Eight hexadecimal digits. */
  toString(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, '0');
  }
}
