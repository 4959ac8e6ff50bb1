import { filters } from '../../domain/search/search-request.ts';

const keys = ['q', ...filters.map(({ key }) => key)].join('|');

/**
 * Where the address holds a search, shows it at once: the query in the field, and that it is being
 * searched, in place of the list that the page came with. It stands in the page as it is here, so
 * that a content policy can allow it by its hash; it uses nothing of this module.
 */
export const showAsked = `{const d=document,e=d.currentScript.parentElement,q=new URLSearchParams(location.search),s=e.querySelector('[data-status]');if(/[?&](${keys})=./.test(location.search)){e.dataset.asked='';e.querySelector('#q').value=(q.get('q')??'').trim();s.textContent=s.dataset.searching}}`;
