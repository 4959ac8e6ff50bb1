import type { APIRoute } from 'astro';
import styles from '../styles/print-pages.css?inline';

/** Serves the styles of the print pages as a separate file that no other page loads. */
export const GET: APIRoute = () =>
  new Response(styles, { headers: { 'content-type': 'text/css; charset=utf-8' } });
