/**
 * Turns this folder into another guide, so that the tests can run on it. It deletes content, so it
 * is only for a copy, such as the checkout of a workflow.
 */
import { rmSync } from 'node:fs';
import { Workspace } from '../support/workspace.ts';
import { writeSmallGuide } from './small-guide.ts';

rmSync('tests/this-guide', { recursive: true });
writeSmallGuide(new Workspace(process.cwd()));
