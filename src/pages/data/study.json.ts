import type { APIRoute } from 'astro';
import { makeStudyData } from '../../domain/export/study-json.ts';
import { exportSource } from '../../export-source.ts';

export const GET: APIRoute = async () => new Response(makeStudyData(await exportSource())[0]?.content as string);
