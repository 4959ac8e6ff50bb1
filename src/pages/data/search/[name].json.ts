import { searchJson } from '../../../domain/export/search-json.ts';
import { fileRoutes } from '../../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes('data/search/*.json', searchJson);
