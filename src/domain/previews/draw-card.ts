import { type Node, Renderer } from '@takumi-rs/core';
import { levels, settings } from '../../guide-settings.ts';
import type { Export } from '../export/export.ts';
import { allCards, type Card, type CardLook, cardSize, previewPath } from './card.ts';

/**
 * Images for link previews: one for each question, level, learning path, and lab, and one for all
 * other pages.
 */
export const previews: Export = {
  downloads: [],
  async *make({ guide, labs, look }) {
    const draw = await cardDrawer(look);
    for (const card of allCards(guide, labs)) {
      yield { path: previewPath(card), content: await draw(card) };
    }
  },
};

/** Returns a function that draws cards as PNGs. The same input always gives the same bytes. */
async function cardDrawer({ styles, fonts, sign }: CardLook) {
  const renderer = new Renderer();
  for (const data of fonts) await renderer.registerFont(data);
  const options = { ...cardSize, format: 'png' as const, css: [...styles] };
  return (card: Card) => renderer.render(layOut(card, sign), options);
}

function layOut(card: Card, sign: Uint8Array): Node {
  const steps = levels.map((level) => box(stepOf(level.id, card), [], ofLevel(level.id)));
  const parts = [
    box('steps', steps),
    box('row', [text('kind', card.kind), text('place', card.place ?? '')]),
    box('words', [
      text(`title ${sizeOf(card)}`, card.title),
      ...(card.text ? [text('text', card.text)] : []),
    ]),
    box('row', [
      { type: 'image', className: 'sign', src: sign },
      text('name', settings.shortTitle),
      text('time', card.time ?? ''),
    ]),
  ];
  // Cards are always light, because they appear on other sites.
  return box('card', parts, { 'data-theme': 'light', ...ofLevel(card.level) });
}

/**
 * Returns the classes for a step in the row of levels. The card's own level is wide, because colors
 * alone can be hard to tell apart.
 */
function stepOf(id: string, { level }: Card): string {
  if (level === undefined) return 'step colored';
  return level === id ? 'step colored wide' : 'step';
}

/**
 * Returns the class for the title's size. The longer the title (at most 200 characters), the
 * smaller its letters.
 */
function sizeOf({ title: { length }, text }: Card): string {
  // Two lines fit if there is text below the title. Otherwise, six lines of the smallest size fit.
  if (text) return length <= 40 ? 'large' : 'small';
  if (length <= 90) return 'large';
  if (length <= 130) return 'medium';
  return length <= 155 ? 'small' : 'smallest';
}

function ofLevel(level: string | undefined): Record<string, string> {
  return level === undefined ? {} : { 'data-level': level };
}

export function box(
  className: string,
  children: Node[],
  attributes: Record<string, string> = {},
): Node {
  return { type: 'container', className, children, attributes };
}

export function text(className: string, words: string): Node {
  return { type: 'text', className, text: words };
}
