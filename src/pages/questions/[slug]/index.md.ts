import type { APIRoute, GetStaticPaths } from 'astro';
import { questionPage } from '../../../domain/export/llms-txt.ts';
import { exportSource } from '../../../export-source.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { guide } = await exportSource();
  return guide.questions.map((question) => ({
    params: { slug: question.slug },
    props: { question },
  }));
};

export const GET: APIRoute = async ({ props }) =>
  new Response(questionPage(props['question'], await exportSource()));
