import type { APIRoute } from 'astro';
import { fontFaces } from '../domain/export/print-fonts.ts';
import styles from '../styles/print-page.css?inline';

/** The styles of the print pages, as a separate file that no other page loads. */
export const GET: APIRoute = () =>
  new Response(`${fontFaces()}\n${styles}`, {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
