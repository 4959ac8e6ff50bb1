import type { Still } from '../stills.ts';

export const still: Still = {
  value: '16 minutes',
  unit: 'saved per day',
  says: 'How many of them does the CFO count as cash?',
  drawing:
    '<path class="off" d="M20 130V70h56v60zM94 130V84h56v46z"/><path class="on" d="M168 130v-18h56v18z"/><path class="dim" d="M20 130H300"/>',
};
