import type { Still } from '../stills.ts';

export const still: Still = {
  value: '20 passages',
  unit: '3 of them read',
  says: 'Which sentence can the answer still cite?',
  drawing:
    '<path class="off" d="M20 66h50v18H20zM132 66h50v18h-50zM188 66h50v18h-50zM244 66h56v18h-56zM76 92h50v18H76zM132 92h50v18h-50zM188 92h50v18h-50zM244 92h56v18h-56zM20 118h50v18H20zM76 118h50v18H76zM188 118h50v18h-50z"/><path class="on" d="M76 66h50v18H76zM20 92h50v18H20zM132 118h50v18h-50z"/>',
};
