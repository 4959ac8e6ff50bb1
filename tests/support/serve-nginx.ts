/** Runs a real nginx on the loopback interface, without the system's configuration. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNginx } from './find-tools.ts';

export interface ServingNginx {
  readonly port: number;
  close(): Promise<void>;
}

/** The paths of a certificate and its key, in PEM format. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

export interface NginxOptions {
  /**
   * The text of `deploy/nginx.conf`. nginx listens on a free port instead of the one given there.
   */
  readonly conf: string;
  /** The number of worker processes. The default is 1. */
  readonly workers?: number;
  /**
   * If set, nginx serves with TLS and, as hosts do, redirects plain requests on the same port to
   * TLS.
   */
  readonly tls?: Certificate;
}

/**
 * Starts nginx and waits until it answers.
 * @throws Error with nginx's output if it doesn't start
 */
export async function serveNginx(options: NginxOptions): Promise<ServingNginx> {
  const { command, modules } = ensureNginx();
  const folder = mkdtempSync(join(tmpdir(), 'guide-nginx-'));
  const port = await freePort();
  const main = join(folder, 'nginx.conf');
  writeFileSync(join(folder, 'site.conf'), listenOn(options.conf, port, options.tls));
  writeFileSync(main, mainConf(folder, modules, options.workers ?? 1));
  const child = spawn(command, ['-p', folder, '-e', 'stderr', '-c', main], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = (): void => void child.kill();
  process.once('exit', end);
  try {
    await started(child);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return {
    port,
    close: async () => {
      process.off('exit', end);
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** Makes nginx listen only on a loopback address. */
function listenOn(conf: string, port: number, tls?: Certificate): string {
  const listening = /^ *listen 80;\n *listen \[::\]:80;$/m;
  if (!listening.test(conf))
    throw new Error('The site file has no lines that listen on port 80, or they have changed.');
  if (tls === undefined) return conf.replace(listening, `listen 127.0.0.1:${port};`);
  const lines = [
    `listen 127.0.0.1:${port} ssl;`,
    `ssl_certificate ${tls.certificate};`,
    `ssl_certificate_key ${tls.key};`,
    // 497 is nginx's status for a plain request on a TLS port.
    'error_page 497 =301 https://$http_host$request_uri;',
  ];
  return conf.replace(listening, () => lines.join('\n'));
}

function mainConf(folder: string, modules: readonly string[], workers: number): string {
  return `
${modules.map((module) => `load_module ${module};`).join('\n')}
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid nginx.pid;
# At this level, it logs that it has started.
error_log stderr notice;
worker_processes ${workers};
events {}
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `    ${kind}_temp_path ${folder}/${kind};`).join('\n')}
    include site.conf;
}
`;
}

/** Waits until the sockets are open and a worker process has started. */
function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      if (/start worker process \d+/.test(output)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`nginx did not start:\n${output}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
