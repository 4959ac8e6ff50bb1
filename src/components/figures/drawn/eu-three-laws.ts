import { markup } from '../../markup.ts';
import { arrow, box, boxes, boxesOf, dashed, type Figure, note } from '../diagram.ts';

const cell = boxesOf(118, 58);
const role = boxesOf(118, 44);
const first = boxesOf(118, 74);
const mdr = role(8, 22, 'risk', 'MDR\nmanufacturer');
const act = role(141, 22, 'model', 'AI Act\nprovider');
const gdpr = role(274, 22, 'data', 'GDPR\ncontroller');
const harm = first(8, 94, 'risk', 'Class\nby worst harm,\nRule 11');
const high = first(
  141,
  94,
  'model',
  'High-risk\nif a third party\nmust assess it,\nfrom Aug 2, 2028',
);
const basis = first(274, 94, 'data', 'Legal basis\nArticle 6, and\nArticle 9(2)');
const evidence = cell(8, 194, 'risk', 'Evidence\nclinical');
const enough = cell(141, 194, 'model', 'Enough data\nrepresentative,\nArticle 10');
const little = cell(274, 194, 'data', 'Minimal data\nno more than\nis needed');
const door = box([176, 276, 182, 44], 'plain', 'Article 4a: bias checks\nonly if strictly needed');
const file = box(
  [8, 344, 384, 44],
  'good',
  'One file\none quality system, one answer to each question',
);
const body = box([8, 412, 251, 44], 'human', 'Notified body\none procedure for MDR and AI Act');
const dpia = box([274, 412, 118, 44], 'human', 'DPIA\nif large-scale');

export const figure: Figure = {
  sources: [
    'eu-mdr-rule-11',
    'eu-ai-omnibus-2026-1744',
    'eu-ai-act-articles-4a-and-10',
    'gdpr-article-9-health-data',
    'gdpr-article-35-dpia',
  ],
  caption:
    'The device class makes the AI high-risk, never the reverse. The AI Act and GDPR pull in opposite directions on data, and one file must satisfy all three laws.',
  description:
    'Three columns, as of November 2026. MDR binds the manufacturer, sets the class by the worst harm under Rule 11, and requires clinical evidence. The AI Act binds the provider; a device whose class requires a third-party assessment is high-risk, with duties from August 2, 2028, so an arrow goes from class to high-risk and none goes back. Article 10 requires enough representative data. GDPR binds the controller, and a processor that works for it; each purpose requires an Article 6 basis and an Article 9(2) condition. It limits the data to the minimum. Between these two demands is Article 4a, a narrow exception for bias checks when strictly necessary. Everything goes into one file. A notified body checks both the MDR and the AI Act in one procedure, and the DPIA goes along with the file.',
  height: 462,
  content: markup`
    ${note(8, 14, 'Who is bound')}
    ${note(8, 87, 'What it asks first')}
    ${note(8, 187, 'What it requires of data')}
    ${boxes(mdr, act, gdpr, harm, high, basis, evidence, enough, little, door, file, body, dpia)}
    ${arrow([harm, high])}
    ${arrow([enough, door], dashed)}
    ${arrow([little, door], dashed)}
    ${arrow([evidence, file])}
    ${arrow([158, 252, 158, 344])}
    ${arrow([375, 252, 375, 344])}
    ${arrow([file, body])}
    ${arrow([file, dpia])}
  `,
};
