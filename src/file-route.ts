import type { APIRoute, GetStaticPaths } from 'astro';
import type { Export, ExportedFile } from './domain/export/export.ts';
import { exportSource } from './export-source.ts';

const made = new Map<Export, Promise<ReadonlyMap<string, ExportedFile['content']>>>();

/** Returns an export's files by path. Each export runs only once per build. */
export function filesOf(one: Export): Promise<ReadonlyMap<string, ExportedFile['content']>> {
  const known = made.get(one);
  if (known !== undefined) return known;
  const files = makeFiles(one);
  made.set(one, files);
  return files;
}

async function makeFiles({ make }: Export): Promise<ReadonlyMap<string, ExportedFile['content']>> {
  const files = new Map<string, ExportedFile['content']>();
  for await (const { path, content } of make(await exportSource())) files.set(path, content);
  return files;
}

export function fileRoute(path: string, one: Export): APIRoute {
  return async () => new Response(await contentAt(path, [one]));
}

/**
 * Returns a route for several files, such as `data/[name].json.ts`.
 * @param pattern the paths, with `*` for the parameter `name`, such as `data/*.json`
 */
export function fileRoutes(pattern: string, ...exports: readonly Export[]) {
  const [before = '', after = ''] = pattern.split('*');
  const getStaticPaths: GetStaticPaths = async () => {
    const files = await Promise.all(exports.map(filesOf));
    return files
      .flatMap((each) => [...each.keys()])
      .filter((path) => path.startsWith(before) && path.endsWith(after))
      .map((path) => path.slice(before.length, -after.length))
      .filter((name) => !name.includes('/'))
      .map((name) => ({ params: { name } }));
  };
  const GET: APIRoute = async ({ params }) =>
    new Response(await contentAt(`${before}${params['name']}${after}`, exports));
  return { getStaticPaths, GET };
}

async function contentAt(path: string, exports: readonly Export[]): Promise<BodyInit> {
  for (const one of exports) {
    const content = (await filesOf(one)).get(path);
    if (content !== undefined) return content as BodyInit;
  }
  throw new Error(`No export makes ${path}.`);
}
