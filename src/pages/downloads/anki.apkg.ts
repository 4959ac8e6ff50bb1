import { ankiPackage } from '../../domain/export/anki-package.ts';
import { fileRoute } from '../../file-route.ts';

export const GET = fileRoute('downloads/anki.apkg', ankiPackage);
