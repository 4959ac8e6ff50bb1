import { tablesCsv } from '../../domain/export/tables-csv.ts';
import { fileRoutes } from '../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes('downloads/*.csv', tablesCsv);
