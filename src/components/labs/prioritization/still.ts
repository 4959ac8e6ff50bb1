import type { Still } from '../stills.ts';

export const still: Still = {
  value: '6 features',
  unit: '3 methods',
  says: 'Where does each method put the safety fix?',
  drawing:
    '<path class="dim" d="M40 70 160 88 280 76M40 88l120-18 120 24M40 106l120 18 120-12"/><path class="line" d="M40 132 160 106 280 62"/>',
};
