import { filters } from '../../domain/search/search-request.ts';

const keys = ['q', ...filters.map(({ key }) => key)].join('|');

/**
 * If the URL contains a search, this script puts the query in the field and shows "Searching"
 * instead of the list in the HTML until the main script loads. The page contains this exact text
 * inline, so the content policy can allow it by its hash. At run time, the script can't use
 * anything from this module.
 */
export const showAsked = `{const d=document,e=d.currentScript.parentElement,q=new URLSearchParams(location.search),s=e.querySelector('[data-status]');if(/[?&](${keys})=./.test(location.search)){e.dataset.asked='';e.querySelector('#q').value=(q.get('q')??'').trim();s.textContent=s.dataset.searching}}`;
