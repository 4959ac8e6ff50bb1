import { appIcons } from '../../domain/export/app-icons.ts';
import { fileRoutes } from '../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes('icons/*.png', appIcons);
