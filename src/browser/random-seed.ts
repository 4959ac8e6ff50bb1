/** Returns a whole number from 0 to 2³² − 1 from the browser's random source. */
export function systemRandom(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/**
 * Returns an id for a record: 32 hexadecimal digits. Unlike `randomUUID`, it also works without
 * https.
 */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
