import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Bytes needed for the site, and for the pages while they are built. */
const neededSpace = 100_000_000;

/**
 * Variables that Astro and Vite define themselves. If one of ours had the same name, it would
 * replace theirs.
 */
const reserved = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/**
 * Ends a build before it starts if it couldn't finish, because another one is writing the same
 * site, the folder is read-only, or the disk is full. Unsets variables that would change the build
 * on some machines.
 */
export function preflight(): AstroIntegration {
  return {
    name: 'preflight',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build') return;
        process.env.NODE_ENV = 'production';
        for (const name of reserved) delete process.env[name];
        if (!process.env.SITE_URL) {
          logger.info(
            'SITE_URL is not set, so downloads have no links to the site. See docs/hosting.md.',
          );
        }
        const dist = fileURLToPath(config.outDir);
        requireFolder(dist);
        requireLock(join(fileURLToPath(config.root), '.astro'), dist);
      },
    },
  };
}

function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw withoutStack(`The site can’t be written to ${folder}: ${reason}.`);
  }
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= neededSpace) return;
  const free = Math.round((bavail * bsize) / 1e6);
  throw withoutStack(
    `The disk is full: a build needs ${neededSpace / 1e6} MB, and ${free} are free.`,
  );
}

/** Marks the site as being built until this process ends. */
function requireLock(folder: string, dist: string): void {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'build.lock');
  const builder = existingBuilder(lock);
  if (builder !== undefined) {
    throw withoutStack(
      `Process ${builder} is building ${dist}. Wait until it has finished, or delete ${lock} if it isn’t a build.`,
    );
  }
  writeFileSync(lock, `${process.pid}`);
  process.on('exit', () => rmSync(lock, { force: true }));
}

/** Returns the process that wrote the lock, if it is still running. */
function existingBuilder(lock: string): number | undefined {
  try {
    const id = Number(readFileSync(lock, 'utf8'));
    process.kill(id, 0);
    return id;
  } catch {
    return undefined;
  }
}

/** Returns an error with one clear line. A stack trace would only show this file. */
function withoutStack(message: string): Error {
  return Object.assign(new Error(message), { stack: '' });
}
