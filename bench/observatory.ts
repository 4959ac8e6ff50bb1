/**
 * Mozilla's HTTP Observatory on our headers: its own scan, run against the site on a real nginx
 * with TLS. It has 230 packages, including servers and database clients, so it is installed into a
 * temporary folder and isn't a dependency of the guide.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Certificate, serveNginx } from '../tests/serve-nginx.ts';
import { table } from './table.ts';

const scanner = '@mdn/mdn-http-observatory';
const version = '1.4.8';

/** The part of its report that we print. */
interface Report {
  readonly error?: string;
  readonly scan?: { readonly grade: string; readonly score: number };
  readonly tests?: Readonly<
    Record<
      string,
      { readonly pass: boolean; readonly result: string; readonly scoreModifier: number }
    >
  >;
}

/** Markdown: the grade, then a table with a row for each of its tests. */
export async function observatory(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-observatory-'));
  try {
    const scan = installScanner(folder);
    const tls = makeCertificate(folder);
    const conf = readFileSync('deploy/nginx.conf', 'utf8').replace(
      /^ *root .*;/m,
      `root ${resolve('dist')};`,
    );
    const nginx = await serveNginx({ conf, tls });
    try {
      const said = execFileSync(process.execPath, [scan, `localhost:${nginx.port}`], {
        encoding: 'utf8',
        env: { ...process.env, NODE_EXTRA_CA_CERTS: tls.certificate },
      });
      return describe(JSON.parse(said) as Report);
    } finally {
      await nginx.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Gets the scanner. Its own install script would download lists that it doesn't need here. */
function installScanner(folder: string): string {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['install', ...options, `${scanner}@${version}`], { cwd: folder });
  const installed = join(folder, 'node_modules', scanner);
  // Hosts on the HSTS preload list; ours isn't.
  writeFileSync(join(installed, 'conf', 'hsts-preload.json'), '{}');
  return join(installed, 'src', 'scan.js');
}

/** Makes a certificate for this machine that only the scanner trusts. */
function makeCertificate(folder: string): Certificate {
  const tls = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...name];
  const files = ['-out', tls.certificate, '-keyout', tls.key];
  execFileSync('openssl', [...request, ...files], { stdio: 'ignore' });
  return tls;
}

function describe({ scan, tests = {}, error }: Report): string {
  if (scan === undefined) throw new Error(`The scan failed: ${error ?? 'it says no more'}`);
  const rows = Object.entries(tests).map(([name, { pass, result, scoreModifier }]) => [
    name,
    pass ? 'passed' : 'failed',
    result,
    `${scoreModifier}`,
  ]);
  return `${scan.grade}, ${scan.score} points; A+ begins at 100 (${scanner} ${version})\n\n${table(['test', '', 'result', 'points'], rows)}`;
}
