import { type Node, Renderer } from '@takumi-rs/core';
import { levels, guide as settings } from '../../guide.ts';
import type { ExportSource } from './export.ts';

/** Draws the book's cover as PNG, in the ratio that stores and readers expect (8:5). */
export async function drawCover({ look }: Pick<ExportSource, 'look'>): Promise<Uint8Array> {
  const renderer = new Renderer();
  for (const data of look.fonts) await renderer.registerFont(data);
  const count = `${levels.length} levels`;
  const cover = box('cover', [
    box(
      'stripes',
      levels.map(({ id }) => ({ ...box('stripe', []), attributes: { 'data-level': id } })),
    ),
    box('words', [text('title', settings.title), text('role', settings.role)]),
    box('foot', [{ type: 'image', className: 'sign', src: look.sign }, text('count', count)]),
  ]);
  return renderer.render(
    { ...cover, attributes: { 'data-theme': 'light' } },
    { width: 1000, height: 1600, format: 'png', css: [...look.styles, styles] },
  );
}

const styles = `.cover { display: flex; flex-direction: column; width: 100%; height: 100%; padding: 0 90px 90px; background: #ffffff; color: #10282c; font-family: Inter, sans-serif; }
.stripes { display: flex; gap: 12px; height: 220px; margin: 0 -90px; }
.stripe { flex: 1; height: 220px; background: var(--level); }
.words { display: flex; flex: 1; flex-direction: column; justify-content: center; gap: 60px; }
.title { font-size: 120px; font-weight: 600; line-height: 1.1; letter-spacing: -0.02em; text-wrap: balance; }
.role { font-size: 52px; line-height: 1.3; color: #0b6a74; }
.foot { display: flex; align-items: center; gap: 36px; }
.sign { width: 110px; height: 110px; }
.count { font-size: 44px; }`;

function box(className: string, children: Node[]): Node {
  return { type: 'container', className, children };
}

function text(className: string, words: string): Node {
  return { type: 'text', className, text: words };
}
