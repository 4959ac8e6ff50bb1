import { installedApp } from '../../domain/export/installed-app.ts';
import { fileRoutes } from '../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes('icons/*.png', installedApp);
