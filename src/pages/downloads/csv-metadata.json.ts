import { tablesCsv } from '../../domain/export/tables-csv.ts';
import { fileRoute } from '../../file-route.ts';

export const GET = fileRoute('downloads/csv-metadata.json', tablesCsv);
