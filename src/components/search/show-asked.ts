import { filters } from '../../domain/search/search-request.ts';

const keys = ['q', ...filters.map(({ key }) => key)].join('|');

/**
 * If the URL contains a search, this script shows the query in the field, and "Searching" instead
 * of the list in the HTML, before the main script loads. The page contains exactly this text
 * inline, so that the content policy can allow it by its hash. The script uses nothing from this
 * module.
 */
export const showAsked = `{const d=document,e=d.currentScript.parentElement,q=new URLSearchParams(location.search),s=e.querySelector('[data-status]');if(/[?&](${keys})=./.test(location.search)){e.dataset.asked='';e.querySelector('#q').value=(q.get('q')??'').trim();s.textContent=s.dataset.searching}}`;
