import { ankiText } from '../../domain/export/anki-text.ts';
import { fileRoute } from '../../file-route.ts';

export const GET = fileRoute('downloads/anki.txt', ankiText);
