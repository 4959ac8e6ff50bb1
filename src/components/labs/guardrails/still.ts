import type { Still } from '../stills.ts';

export const still: Still = {
  value: '12 messages',
  unit: '3 layers',
  says: 'What gets through, and what is blocked that shouldn’t be?',
  drawing:
    '<path class="dim" d="M110 62v84M196 62v84M282 62v84"/><path class="line" d="M20 82h84M20 104h170M20 126h270"/><circle class="off" cx="110" cy="82" r="7"/><circle class="off" cx="196" cy="104" r="7"/><circle class="on" cx="290" cy="126" r="7"/>',
};
