import { previews } from '../../domain/previews/draw-card.ts';
import { fileRoutes } from '../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes('previews/*.png', previews);
