import { markup } from '../../markup.ts';
import { arrow, arrowThrough, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { boxAt, round } from '../make-boxes.ts';
import { cross, dot } from '../shapes.ts';

const w = 166;
const h = 44;
const left = 26;
const right = 226;
const store = boxAt([left, 8, w, h], 'data', 'FHIR store, R4', 'Healthcare API');
const query = boxAt([right, 8, w, h], 'data', 'BigQuery', 'streamed tables');
const later = boxAt([left, 74, w, h], 'faint', 'Written later', 'final codes, late labs');
const features = boxAt([right, 74, w, h], 'data', 'Features at 8:00', 'as the record was');
const bedside = boxAt([left, 140, w, h], 'plain', 'Bedside score', 'the bar to beat');
const models = boxAt([right, 140, w, h], 'model', 'Three candidates', 'on later months');
const drift = boxAt([left, 206, w, h], 'faint', 'Input skew check', 'can’t see who returns');
const batch = boxAt([right, 206, w, h], 'model', 'Batch each morning', 'endpoint if asked live');
const calls = round(boxAt([left, 272, w, h], 'human', 'Nurses phone', 'those twelve'));
const list = boxAt([right, 272, w, h], 'good', 'Worklist by nine', 'twelve names, reasons');
const changed = boxAt([left, 338, w, h], 'risk', 'The record changes', 'a call may undo its hit');
const returned = boxAt([right, 338, w, h], 'data', 'Back in 30 days?', 'known a month late');
const fallback = boxAt([left, 404, w, h], 'good', 'Not ahead by month 6', 'plain score again');
const hits = boxAt([right, 404, w, h], 'data', 'Both lists compared', 'where they disagree');

/** A risk model on Google Cloud as a loop: what it may know, and what its own alerts change. */
export const figure: Figure = {
  id: 'vertex-risk-model',
  caption:
    'Two leaks in time: data written after 8:00, and data that the calls themselves write back.',
  description:
    'A FHIR store (R4, Healthcare API) is streamed to BigQuery; features are taken as the record was at 8:00. One: what is written later, final codes and late labs, must not flow in; that arrow is crossed out. Three candidates, BigQuery ML, AutoML, and a model of our own, are tested on later months against a bedside score. A batch job each morning (an endpoint only if asked live) makes a worklist of twelve names by nine; nurses phone them. Two: the calls change the record, and a call that works may undo its own hit; this flows back into the FHIR store. Whether patients are back in 30 days is known a month late. Both lists are compared where they disagree; if the model is not ahead by month 6, the plain score returns. The input skew check can’t see who returns.',
  height: 456,
  content: markup`${boxes(store, query, later, features, bedside, models, drift, batch, calls, list, changed, returned, fallback, hits)}${arrow(store, query)}${arrow(query, features)}${arrow(later, features, { isDashed: true })}${cross([209, 96])}${arrow(features, models)}${arrow(bedside, models, { isDashed: true })}${arrow(models, batch)}${arrow(batch, drift, { isDashed: true })}${arrow(batch, list)}${arrow(list, calls)}${arrow(calls, changed)}${arrowThrough(
    [left, 360, 10, 360, 10, 30, left, 30],
    { isDashed: true },
  )}${arrowThrough([192, 300, 209, 300, 209, 360, 226, 360])}${arrow(returned, hits)}${arrow(hits, fallback, { isDashed: true })}${dot([left, 74], '1')}${dot([left, 338], '2')}`,
};
