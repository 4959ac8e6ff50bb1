/**
 * The site file for nginx: https://nginx.org/en/docs/http/ngx_http_core_module.html and, for
 * `brotli_static`, https://github.com/google/ngx_brotli. It belongs into nginx's `http` block, where
 * `conf.d/` and `sites-enabled/` of most systems are included.
 */
import { contentTypes, unknownType } from './content-types.ts';
import { type HostRules, keepForever } from './host-rules.ts';

/** What nginx would read as something else than text between double quotes. */
const notPlain = /["\\$\n]/;

/** The host that the file is for. */
export interface NginxHost {
  /** Names of the site, such as `example.org`; `_` stands for none. */
  readonly name: string;
  /** Folder that has the site at its home: for `/guide/`, in a folder `guide` below this one. */
  readonly root: string;
}

/**
 * Writes the site file.
 * @throws if nginx would read a header as something else than what it is
 */
export function writeNginxConf(
  { home, headers, unchanging }: HostRules,
  { name, root }: NginxHost,
): string {
  const odd = headers.find((header) => notPlain.test(header.join()));
  if (odd !== undefined) throw new Error(`nginx would misread the header ${odd.join(': ')}`);
  return `# What nginx is to do for the guide. Written by "npm run nginx" from the rules in
# src/domain/headers and the policy of the last build; see docs/hosting.md.

# Files named by their content stay as they are; of all others browsers ask whether they changed.
map $uri $guide_cache_control {
    default "no-cache";
${lines(4, unchanging, (folder) => `"~^${escapePattern(folder)}" "${keepForever}";`)}
}

server {
    listen 80;
    listen [::]:80;
    server_name ${name};
    root ${root};
    server_tokens off;
    # Behind a proxy or on another port, a whole address would name the wrong host.
    absolute_redirect off;
${toHome(home)}
    location ${home === '/' ? '/' : `^~ ${home}`} {
        # Beside each file that is worth it, "npm run compress" puts "<file>.br" and "<file>.gz".
        brotli_static on;
        gzip_static on;
        gzip_vary on;

        types {
${lines(12, Object.entries(contentTypes), ([end, type]) => `${bare(type)} ${end};`)}
        }
        default_type ${unknownType};
        charset utf-8;
        charset_types ${withCharset().join(' ')};

${lines(8, headers, ([name, value]) => `add_header ${name} "${value}" always;`)}
        add_header Cache-Control $guide_cache_control always;

        # A folder without a page is no secret, but there is no page either.
        error_page 403 404 =404 ${home}404.html;
        location = ${home}404.html {
            internal;
        }
        # What tells hosts about the site, and what stands beside files, are no files of the site.
        location = ${home}_headers {
            return 404;
        }
        location ~ \\.(?:br|gz)$ {
            return 404;
        }
    }
}
`;
}

function lines<Item>(indent: number, items: readonly Item[], line: (item: Item) => string): string {
  return items.map((item) => ' '.repeat(indent) + line(item)).join('\n');
}

/** Below a folder: its address without the slash. */
function toHome(home: string): string {
  if (home === '/') return '';
  return `
    location = ${home.slice(0, -1)} {
        return 301 ${home}$is_args$args;
    }
`;
}

function escapePattern(path: string): string {
  return path.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
}

/** A type without its encoding. */
function bare(type: string): string {
  return type.replace(/;.*/, '');
}

/** Types to which nginx is to add the encoding; it adds it to HTML by itself. */
function withCharset(): string[] {
  return Object.values(contentTypes)
    .filter((type) => type.includes('charset='))
    .map(bare)
    .filter((type) => type !== 'text/html');
}
