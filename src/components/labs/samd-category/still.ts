import type { Still } from '../stills.ts';

export const still: Still = {
  value: 'I to IV',
  unit: 'SaMD category',
  says: 'Where does your product belong?',
  drawing:
    '<path class="off" d="M20 66h86v22H20zM117 66h86v22h-86zM20 94h86v22H20zM117 94h86v22h-86zM214 94h86v22h-86zM20 122h86v22H20zM117 122h86v22h-86zM214 122h86v22h-86z"/><path class="on" d="M214 66h86v22h-86z"/>',
};
