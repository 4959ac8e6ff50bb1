/**
 * The pack: one file that holds all files of the site that change when its content does. Pages have
 * so much in common that it is half of what they are one by one, on every host: it is compressed by
 * the build (Zstandard, RFC 8878).
 *
 * Version 1: the length of the list in four bytes (little endian), the list as JSON, then the files
 * without a gap. The list: `{ "version": 1, "files": [[path, length in bytes], …] }`.
 */
import { decompress } from 'fzstd';

/** A file of the site. */
export interface PackedFile {
  /** Path in the built site, such as `labs/index.html`. */
  readonly path: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

interface List {
  readonly version: number;
  readonly files: readonly (readonly [path: string, length: number])[];
}

const version = 1;

/** Puts files into a pack, not yet compressed. */
export function writePack(files: readonly PackedFile[]): Uint8Array {
  const list: List = { version, files: files.map(({ path, content }) => [path, content.length]) };
  const head = new TextEncoder().encode(JSON.stringify(list));
  const pack = new Uint8Array(
    4 + head.length + files.reduce((sum, file) => sum + file.content.length, 0),
  );
  new DataView(pack.buffer).setUint32(0, head.length, true);
  pack.set(head, 4);
  let at = 4 + head.length;
  for (const { content } of files) {
    pack.set(content, at);
    at += content.length;
  }
  return pack;
}

/**
 * Takes the files out of a compressed pack.
 * @throws if it is not whole, or of another version
 */
export function readPack(compressed: Uint8Array): PackedFile[] {
  const pack = new Uint8Array(decompress(compressed));
  const length = new DataView(pack.buffer).getUint32(0, true);
  const list = JSON.parse(new TextDecoder().decode(pack.subarray(4, 4 + length))) as List;
  if (list.version !== version) throw new Error(`A pack of version ${list.version}.`);
  let at = 4 + length;
  const files = list.files.map(([path, size]) => {
    const content = pack.subarray(at, at + size);
    at += size;
    return { path, content };
  });
  if (at !== pack.length) throw new Error(`The pack has ${pack.length} bytes instead of ${at}.`);
  return files;
}
