import { allCards, previewPath } from '../previews/card.ts';
import { cardDrawer } from '../previews/draw-card.ts';
import type { Export } from './export.ts';

/** An image for each question, level, learning path, and lab, and one for all other pages. */
export const previews: Export = {
  downloads: [],
  async *make({ guide, labs, look }) {
    const draw = await cardDrawer(look);
    for (const card of allCards(guide, labs)) {
      yield { path: previewPath(card), content: await draw(card) };
    }
  },
};
