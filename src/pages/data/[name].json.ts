import { libraryJson, questionsJson } from '../../domain/export/data-json.ts';
import { studyJson } from '../../domain/export/study-json.ts';
import { fileRoutes } from '../../file-route.ts';

export const { getStaticPaths, GET } = fileRoutes(
  'data/*.json',
  questionsJson,
  libraryJson,
  studyJson,
);
