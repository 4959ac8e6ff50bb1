import type { Still } from '../stills.ts';

export const still: Still = {
  value: '100 and 100',
  unit: 'scores',
  says: 'Nothing has drifted. Does the alarm go off?',
  drawing:
    '<path class="dim" d="M20 132c70 0 74-74 124-74s54 74 124 74"/><path class="line" d="M36 132c70 0 74-74 124-74s54 74 124 74"/>',
};
