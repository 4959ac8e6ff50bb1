import { studyJson } from '../../../domain/export/study-json.ts';
import { fileRoutes } from '../../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes('data/study/*.json', studyJson);
