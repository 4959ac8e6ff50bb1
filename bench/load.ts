/**
 * What one small machine answers: the compressed site on a real nginx with the site file of
 * `deploy/`, asked by wrk over the loopback on the same cores. Each row is bounded in time and in
 * count.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages } from '../scripts/apt-get.ts';
import { compressSite } from '../scripts/compress-site.ts';
import { serveNginx } from '../scripts/serve-nginx.ts';
import { siteFiles } from '../scripts/site-files.ts';
import { readHeadersFile } from '../src/domain/headers/headers-file.ts';
import { writeNginxConf } from '../src/domain/headers/nginx-conf.ts';
import { table } from './table.ts';

/** Seconds, and requests of each of the two threads, after which a row ends. */
const seconds = 4;
const mostRequests = 200_000;
const connections = 64;

/** What is asked for. */
interface Row {
  readonly name: string;
  readonly paths: readonly string[];
  /** Whether the browser has it, and asks only whether it changed. */
  readonly again?: boolean;
}

/** A Markdown table with requests a second, the times that they took, and how many failed. */
export async function load(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-load-'));
  const root = join(folder, 'site');
  cpSync('dist', root, { recursive: true });
  await compressSite(root);
  const rules = readHeadersFile(readFileSync('dist/_headers', 'utf8'));
  const nginx = await serveNginx({
    conf: writeNginxConf(rules, { name: '_', root }),
    workers: 2,
  });
  const address = `http://127.0.0.1:${nginx.port}`;
  const question = '/questions/what-is-fhir/';
  const pages = siteFiles('dist').filter((file) => file.endsWith('/index.html'));
  const rows: Row[] = [
    { name: 'a question page', paths: [question] },
    { name: 'the same page, unchanged (304)', paths: [question], again: true },
    {
      name: `all ${pages.length} pages in turn`,
      paths: pages.map((page) => `/${page.replace('index.html', '')}`),
    },
  ];
  try {
    const measured: string[][] = [];
    for (const row of rows) measured.push([row.name, ...(await measure(row, address, folder))]);
    return table(
      ['brotli, 64 connections', 'requests/s', 'bytes/s', 'p50', 'p99', 'failed'],
      measured,
    );
  } finally {
    await nginx.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(row: Row, address: string, folder: string): Promise<string[]> {
  const headers = { 'Accept-Encoding': 'br', ...(row.again ? await known(row, address) : {}) };
  const script = join(folder, 'wrk.lua');
  writeFileSync(script, wrkScript(row.paths, headers));
  const args = ['-t2', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, address];
  const { status, stdout, stderr } = spawnSync(wrk(), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`wrk failed:\n${stdout}${stderr}`);
  const said = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? '?';
  return [
    Math.round(Number(said(/Requests\/sec:\s+([\d.]+)/))).toLocaleString('en'),
    said(/Transfer\/sec:\s+(\S+)/),
    said(/^ +50% +(\S+)/m),
    said(/^ +99% +(\S+)/m),
    `${failures(stdout)}`,
  ];
}

/** What a browser that has a page says when it asks for it again. */
async function known({ paths }: Row, address: string): Promise<Record<string, string>> {
  const { headers } = await fetch(address + paths[0], { headers: { 'accept-encoding': 'br' } });
  return { 'If-None-Match': headers.get('etag') ?? '' };
}

/** Has each thread ask for the paths in turn, and stop after a number of requests. */
function wrkScript(paths: readonly string[], headers: Readonly<Record<string, string>>): string {
  const text = JSON.stringify;
  return `
local paths = { ${paths.map((path) => text(path)).join(', ')} }
local asked = 0
local requests = {}
function init()
${Object.entries(headers)
  .map(([name, value]) => `  wrk.headers[${text(name)}] = ${text(value)}`)
  .join('\n')}
  for index, path in ipairs(paths) do requests[index] = wrk.format('GET', path) end
end
function request()
  asked = asked + 1
  if asked >= ${mostRequests} then wrk.thread:stop() end
  return requests[asked % #requests + 1]
end
`;
}

/** Answers that are neither 2xx nor 3xx, and connections that broke or waited too long. */
function failures(report: string): number {
  const counts = /Non-2xx or 3xx responses: (\d+)/.exec(report)?.slice(1) ?? [];
  const errors = /Socket errors: (.*)/.exec(report)?.[1]?.match(/\d+/g) ?? [];
  return [...counts, ...errors].reduce((sum, count) => sum + Number(count), 0);
}

/** wrk, https://github.com/wg/wrk; Debian's if there is none. */
function wrk(): string {
  const isThere = (): boolean => spawnSync('wrk', ['-v'], { stdio: 'ignore' }).error === undefined;
  if (!isThere()) installPackages('wrk is missing: installing Debian’s package.', 'wrk');
  if (!isThere()) {
    throw new Error('wrk is missing: install it, for example "sudo apt-get install wrk".');
  }
  return 'wrk';
}
