import { robotsTxt } from '../domain/export/robots-txt.ts';
import { fileRoute } from '../file-route.ts';

export const GET = fileRoute('robots.txt', robotsTxt);
