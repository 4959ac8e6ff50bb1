import { llmsTxt } from '../domain/export/llms-txt.ts';
import { fileRoute } from '../file-route.ts';

export const GET = fileRoute('llms.txt', llmsTxt);
