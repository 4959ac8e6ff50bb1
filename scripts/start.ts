/** `npm start`: builds the guide like `npm run build`, serves it, and prints its URL. */
import { build } from 'astro';
import { serveSite } from './serve-site.ts';

try {
  await build({ logLevel: 'warn' });
  const { address } = await serveSite({ dist: 'dist', base: process.env.BASE_PATH ?? '/' });
  console.log(`\nThe guide is ready: ${address}\nPress Ctrl+C to stop.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
