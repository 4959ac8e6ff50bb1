/** `npm start`: checks, builds, and serves the whole guide, and prints its URL. */
import { build } from 'astro';
import { serveSite } from './serve-site.ts';

await build({ logLevel: 'warn' });
const { address } = await serveSite({ dist: 'dist', base: process.env.BASE_PATH ?? '/' });
console.log(`\nThe guide is ready: ${address}\nPress Ctrl+C to stop.`);
