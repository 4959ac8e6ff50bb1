import { changesFeed } from '../domain/export/changes-feed.ts';
import { fileRoute } from '../file-route.ts';

export const GET = fileRoute('changes.xml', changesFeed);
