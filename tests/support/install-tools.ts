/** Installs the programs that some tests need. If that fails, says what to install. */
import { ensureBrowser } from '../../scripts/find-browser.ts';
import {
  ensureEpubcheck,
  ensureFirefox,
  ensureNginx,
  ensureWebKit,
  ensureWholeBrowser,
} from './find-tools.ts';

for (const ensure of [
  ensureBrowser,
  ensureWholeBrowser,
  ensureEpubcheck,
  ensureNginx,
  ensureFirefox,
  ensureWebKit,
]) {
  try {
    ensure();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
}
