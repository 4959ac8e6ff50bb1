import { counted } from '../../lib/text.ts';

export function countSteps(html: string, noun: string): string {
  return counted(html.split('<li>').length - 1, noun);
}
