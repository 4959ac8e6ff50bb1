import { webManifest } from '../domain/export/web-manifest.ts';
import { fileRoute } from '../file-route.ts';

export const GET = fileRoute('manifest.webmanifest', webManifest);
