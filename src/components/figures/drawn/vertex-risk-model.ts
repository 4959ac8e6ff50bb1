import { markup } from '../../markup.ts';
import { arrow, boxes, boxesOf, cross, dashed, dot, type Figure, round } from '../diagram.ts';

const cell = boxesOf(166, 44);
const left = 26;
const right = 226;
const store = cell(left, 8, 'data', 'FHIR store, R4\nHealthcare API');
const query = cell(right, 8, 'data', 'BigQuery\nstreamed tables');
const later = cell(left, 74, 'faint', 'Written later\nfinal codes, late labs');
const features = cell(right, 74, 'data', 'Features as of 8:00\nnothing written later');
const bedside = cell(left, 140, 'plain', 'Bedside score\nthe bar to beat');
const models = cell(right, 140, 'model', 'Three models\ntested on later months');
const drift = cell(left, 206, 'faint', 'Input skew check\ncan’t see who returns');
const batch = cell(right, 206, 'model', 'Batch each morning\nendpoint if needed live');
const calls = round(cell(left, 272, 'human', 'Nurses call\nthe twelve patients'));
const list = cell(right, 272, 'good', 'Worklist by nine\ntwelve names + reasons');
const changed = cell(left, 338, 'risk', 'The record changes\ncalls may avert a return');
const returned = cell(right, 338, 'data', 'Back in 30 days?\nknown a month later');
const fallback = cell(left, 404, 'good', 'No lead by month 6\nuse the bedside score');
const hits = cell(right, 404, 'data', 'Model list vs. bedside\nwhere they disagree');

export const figure: Figure = {
  sources: ['google-healthcare-api-fhir', 'google-fhir-bigquery-streaming'],
  caption:
    'Two timing leaks: data written after 8:00, and data that the calls themselves write back.',
  description:
    'A FHIR store (R4, Healthcare API) is streamed to BigQuery; features come from the record as of 8:00. Leak one: data written later, such as final codes and late labs, must not flow in; that arrow is crossed out. Three candidate models (BigQuery ML, AutoML, and our own) are tested on later months against a bedside score. A batch job each morning (an endpoint only if answers are needed live) makes a worklist of twelve names by nine, and nurses call those patients. Leak two: the calls change the record. A call that works may prevent the return that the model predicted, and that outcome flows back into the FHIR store. Whether patients return within 30 days isn’t known for a month. Then the model’s list and the bedside score’s list are compared where they disagree. If the model isn’t clearly ahead by month 6, the team goes back to the bedside score. The input skew check can’t see who returns.',
  height: 456,
  content: markup`
    ${boxes(store, query, later, features, bedside, models, drift, batch, calls, list, changed, returned, fallback, hits)}
    ${arrow([store, query, features])}
    ${arrow([later, features], dashed)}
    ${cross([209, 96])}
    ${arrow([features, models])}
    ${arrow([bedside, models], dashed)}
    ${arrow([models, batch])}
    ${arrow([batch, drift], dashed)}
    ${arrow([batch, list, calls, changed])}
    ${arrow([left, 360, 10, 360, 10, 30, left, 30], dashed)}
    ${arrow([192, 300, 209, 300, 209, 360, 226, 360])}
    ${arrow([returned, hits])}
    ${arrow([hits, fallback], dashed)}
    ${dot([left, 74], '1')}
    ${dot([left, 338], '2')}
  `,
};
