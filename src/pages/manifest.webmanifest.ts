import { installedApp } from '../domain/export/installed-app.ts';
import { fileRoute } from '../file-route.ts';

export const GET = fileRoute('manifest.webmanifest', installedApp);
