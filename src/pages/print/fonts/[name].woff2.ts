import { printPages } from '../../../domain/export/print-pages.ts';
import { fileRoutes } from '../../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes('print/fonts/*.woff2', printPages);
