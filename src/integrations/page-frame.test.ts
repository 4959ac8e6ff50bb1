import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What our page was written against: Starlight's own page, and the head that both share. */
const seen = {
  'Page.astro': '44c298784721b9d90a4ed8309e91c925523c8c100ebe1543c745c54f017c27f5',
  'Head.astro': '5b79c818c6a2602dc7cb53b9438ef9963e0aec0d36860574df6489bb713054ec',
  'StarlightPage.astro': '05880c539430acf239fc0e9d20234ee64f2593b4879c9a0ff79fcb8d8e0fab73',
};

describe("Starlight's components that src/layouts/Page.astro replaces", () => {
  it.each(Object.entries(seen))(
    '%s is unchanged: if not, read what changed, adapt to it, and write the new hash here',
    (name, hash) => {
      const text = readFileSync(`node_modules/@astrojs/starlight/dist/components/${name}`);
      expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    },
  );
});
