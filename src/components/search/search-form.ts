import type { FilterCounts } from '../../domain/search/filters.ts';
import { filters, type SearchRequest } from '../../domain/search/search-request.ts';

export function fillForm(form: HTMLFormElement, { query, chosen }: SearchRequest): void {
  for (const input of form.querySelectorAll('input')) {
    if (input.type !== 'checkbox') input.value = query;
    else {
      const filter = filters.find(({ key }) => key === input.name);
      input.checked = filter !== undefined && chosen[filter.key].includes(input.value);
    }
  }
  for (const { key } of filters) {
    const details = form.querySelector(`[data-chosen="${key}"]`)?.closest('details');
    if (details && chosen[key].length > 0) details.open = true;
  }
}

export function showChosen(root: HTMLElement, { chosen }: SearchRequest): void {
  for (const { key } of filters) {
    const note = root.querySelector(`[data-chosen="${key}"]`);
    if (note) note.textContent = chosen[key].length > 0 ? `${chosen[key].length} chosen` : '';
  }
}

export function showCounts(root: HTMLElement, counts: FilterCounts): void {
  for (const note of root.querySelectorAll<HTMLElement>('[data-count]')) {
    const [key = '', id = ''] = (note.dataset.count ?? '').split(':');
    note.textContent = String(counts[key as keyof FilterCounts]?.[id] ?? 0);
  }
}
