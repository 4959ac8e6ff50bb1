/**
 * Loaded before every command (`node --import`): has `guide.ts` of the folder that `GUIDE_DIR` names
 * stand in for `src/guide.ts`, after a look at what it holds. Without `GUIDE_DIR` it does nothing.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { isElsewhere, ownSettings, settings } from '../src/integrations/guide-folder.ts';
import { settingsProblems } from '../src/schemas/settings.ts';

const own = pathToFileURL(ownSettings).href;
const other = pathToFileURL(settings).href;
let isStandingIn = !isElsewhere;

/** @throws Error if the guide that is in use is not the one that `GUIDE_DIR` names */
export function checkGuideInUse(): void {
  if (isStandingIn) return;
  throw new Error(
    'GUIDE_DIR holds only for commands that are run by npm, as in "npm run build": they load scripts/use-guide-folder.ts first.',
  );
}

if (isElsewhere) {
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (found.url !== own) return found;
      isStandingIn = true;
      return { ...found, url: other };
    },
  });
  const problems = existsSync(settings)
    ? settingsProblems(await import(other))
    : ['There is no such file. Expected a folder with guide.ts and content in it.'];
  for (const problem of problems) console.error(`${settings}: ${problem}`);
  if (problems.length > 0) process.exit(1);
}
