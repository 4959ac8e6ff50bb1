import type { APIRoute } from 'astro';
import { makeStudyData } from '../../../domain/export/study-json.ts';
import { exportSource } from '../../../export-source.ts';

export async function getStaticPaths() {
  const [, ...files] = makeStudyData(await exportSource());
  return files.map(({ path, content }) => ({ params: { level: /(\w[\w-]*)\.json$/.exec(path)?.[1] }, props: { content } }));
}

export const GET: APIRoute = ({ props }) => new Response(props['content']);
