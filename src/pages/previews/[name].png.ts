import { previews } from '../../domain/export/previews.ts';
import { fileRoutes } from '../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes('previews/*.png', previews);
