import { markup } from '../../markup.ts';
import { arrow, arrowThrough, type Box, boxes } from '../diagram.ts';
import type { Figure } from '../figure.ts';
import { cross, dot } from '../marks.ts';

const w = 166;
const h = 44;
const left = 26;
const right = 226;
const store: Box = {
  x: left,
  y: 8,
  w,
  h,
  lines: ['FHIR store, R4', 'Healthcare API'],
  tone: 'data',
};
const query: Box = { x: right, y: 8, w, h, lines: ['BigQuery', 'exported tables'], tone: 'data' };
const later: Box = {
  x: left,
  y: 74,
  w,
  h,
  lines: ['Written later', 'final codes, late labs'],
  tone: 'faint',
};
const features: Box = {
  x: right,
  y: 74,
  w,
  h,
  lines: ['Features at 8:00', 'as the record was'],
  tone: 'data',
};
const bedside: Box = {
  x: left,
  y: 140,
  w,
  h,
  lines: ['Bedside score', 'the bar to beat'],
  tone: 'plain',
};
const models: Box = {
  x: right,
  y: 140,
  w,
  h,
  lines: ['Three candidates', 'on later months'],
  tone: 'model',
};
const drift: Box = {
  x: left,
  y: 206,
  w,
  h,
  lines: ['Input skew check', 'can’t see who returns'],
  tone: 'faint',
};
const batch: Box = {
  x: right,
  y: 206,
  w,
  h,
  lines: ['Batch each morning', 'endpoint if asked live'],
  tone: 'model',
};
const calls: Box = {
  x: left,
  y: 272,
  w,
  h,
  lines: ['Nurses phone', 'those twelve'],
  tone: 'human',
  isRound: true,
};
const list: Box = {
  x: right,
  y: 272,
  w,
  h,
  lines: ['Worklist by nine', 'twelve names, reasons'],
  tone: 'good',
};
const changed: Box = {
  x: left,
  y: 338,
  w,
  h,
  lines: ['The record changes', 'a call may undo its hit'],
  tone: 'risk',
};
const returned: Box = {
  x: right,
  y: 338,
  w,
  h,
  lines: ['Back in 30 days?', 'known a month late'],
  tone: 'data',
};
const fallback: Box = {
  x: left,
  y: 404,
  w,
  h,
  lines: ['Not ahead by month 6', 'plain score again'],
  tone: 'good',
};
const hits: Box = {
  x: right,
  y: 404,
  w,
  h,
  lines: ['Both lists compared', 'where they disagree'],
  tone: 'data',
};

/** A risk model on Google Cloud as a loop: what it may know, and what its own alerts change. */
export const figure: Figure = {
  id: 'vertex-risk-model',
  caption:
    'Two leaks in time: data written after 8:00, and data that the calls themselves write back.',
  description:
    'A FHIR store (R4, Healthcare API) is exported to BigQuery; features are taken as the record was at 8:00. One: what is written later, final codes and late labs, must not flow in; that arrow is crossed out. Three candidates, BigQuery ML, AutoML, and a model of our own, are tested on later months against a bedside score. A batch job each morning (an endpoint only if asked live) makes a worklist of twelve names by nine; nurses phone them. Two: the calls change the record, and a call that works may undo its own hit; this flows back into the FHIR store. Whether patients are back in 30 days is known a month late. Both lists are compared where they disagree; if the model is not ahead by month 6, the plain score returns. The input skew check can’t see who returns.',
  height: 456,
  content: markup`${boxes(store, query, later, features, bedside, models, drift, batch, calls, list, changed, returned, fallback, hits)}${arrow(store, query)}${arrow(query, features)}${arrow(later, features, { isDashed: true })}${cross([209, 96])}${arrow(features, models)}${arrow(bedside, models, { isDashed: true })}${arrow(models, batch)}${arrow(batch, drift, { isDashed: true })}${arrow(batch, list)}${arrow(list, calls)}${arrow(calls, changed)}${arrowThrough(
    [
      [left, 360],
      [10, 360],
      [10, 30],
      [left, 30],
    ],
    { isDashed: true },
  )}${arrowThrough([
    [192, 300],
    [209, 300],
    [209, 360],
    [226, 360],
  ])}${arrow(returned, hits)}${arrow(hits, fallback, { isDashed: true })}${dot([left, 74], '1')}${dot([left, 338], '2')}`,
};
