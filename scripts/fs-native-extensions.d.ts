/** What is used of a package that brings no types. */
declare module 'fs-native-extensions' {
  /** Exchanges what stands at two paths, in one step of the file system on Linux and macOS. */
  export function swapSync(from: string, to: string): void;
}
