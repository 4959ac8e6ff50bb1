import { epub } from '../../domain/export/epub.ts';
import { fileRoute } from '../../file-route.ts';

export const GET = fileRoute('downloads/guide.epub', epub);
