import { expect, inject, it } from 'vitest';
import { answered } from '../search/search-steps.ts';
import { study } from '../sets/set-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { expectUntouched, inLink, mainText, payloads, watch } from './hostile-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const [first, second] = study.questions.map(({ code }) => code);
const codes = `${first}${second}`;

const rooms = {
  set: 'set-room',
  mock: 'mock-room',
  kit: 'kit-room',
  practice: 'practice-room',
  progress: 'progress-room',
  saved: 'saved-room',
};

const roomNames = ['set', 'mock', 'kit', 'practice', 'progress', 'saved'] as const;

const damaged = [
  ...['%E0%A4%A', '%', '%00', '#', '1.', '1..', '..', '1.%3Cimg%20src%3Dx%20onerror%3Dran()%3E'],
  ...['__proto__', '1.__proto__', '1.constructor.prototype', '9.222', `1.${'z'.repeat(1900)}`],
  ...['a'.repeat(100_000), '1.\u202E222', '1.222.\uD83D', ':~:text=ran'],
];

/** Fragments, with the message that the page shows for each. */
const cases: [room: keyof typeof rooms, fragment: string, message: RegExp | string][] = [
  ...payloads.map((name): [keyof typeof rooms, string, string] => [
    'set',
    `1.${codes}.${inLink(name)}`,
    name,
  ]),
  ...payloads.map((text): [keyof typeof rooms, string, RegExp] => [
    'mock',
    `1.2.10...1.v1.${codes}${text}`,
    /damaged/,
  ]),
  ...payloads.map((text): [keyof typeof rooms, string, RegExp] => [
    'practice',
    `1.topic.${text}`,
    /no topic with that name/,
  ]),
  // Each of these puts code in a field of a group's set.
  ...payloads.map((text, index): [keyof typeof rooms, string, RegExp] => [
    'set',
    `2.${codes}.VGhlaXJz.${'itpwz'[index % 5]}${text.replaceAll('.', '')}.pAK.w1`,
    /damaged|couldn’t read the day/,
  ]),
  ['set', `1.${codes}qqq`, /qqq/],
  ['set', `2.${codes}..pAK-AK-__proto__.w9.t999999999999.z__proto__`, /couldn’t read the day/],
  ['set', `1.${codes}.${inLink(`a\u202Eb\u0000`)}`, /The name in the link is damaged/],
  ['set', `1.${codes}.${inLink('x'.repeat(1000))}`, /The name in the link is damaged/],
  ['set', 'javascript:ran()', /This isn’t a link to a set/],
  ['mock', 'javascript:ran()', /This isn’t a link to a mock interview/],
  ['mock', `1.2.99999...1.v1.${codes}`, /it’s set to 240 minutes/],
  // In links in the first format, levels are ignored.
  ['mock', `1.2.10.beginner_x..1.v1.${codes}`, /10 minutes, with time for follow-ups/],
  ['mock', `1.50.10...1.v1.${codes}`, /only 2 questions could be read/],
  ['kit', 'javascript:ran()', /This isn’t a link to an interview/],
  ['kit', 'k1.abcdefgh.10.9.222.a.', /damaged or cut short/],
  ['practice', 'javascript:ran()', /This isn’t a link to practice/],
  ['practice', `1.set.${codes}qqq.${inLink(payloads[0])}`, /no question with the code qqq/],
  // Each fragment is tried on only one of the pages.
  ...damaged.map((fragment, index): [keyof typeof rooms, string, RegExp] => [
    roomNames[index % roomNames.length] ?? 'set',
    fragment,
    /\w/,
  ]),
];

it('hostile links run nothing, break nothing, and are explained', async () => {
  const opened = await open();
  const { page } = opened;
  await watch(opened);
  for (const [index, [room, fragment, message]] of sampled(cases, 5).entries()) {
    // The query differs each time, so that the page reloads.
    await page.goto(`${site}${room}/?${index}#${fragment}`);
    await page.locator(`${rooms[room]}[data-ready]`).waitFor();
    const text = await mainText(page);
    if (typeof message === 'string') expect(text, fragment).toContain(message);
    else expect(text, fragment).toMatch(message);
    await expectUntouched(opened);
  }
});

it('hostile searches run nothing, and show what was searched as text', async () => {
  const opened = await open();
  const { page } = opened;
  await watch(opened);
  const queries = [
    ...payloads.map((text) => `q=${encodeURIComponent(text)}`),
    ...payloads
      .slice(0, 3)
      .map((text) => `q=fhir&level=${encodeURIComponent(text)}&topic=__proto__`),
    ...[
      'q=%E0%A4%A',
      'q=%00%01',
      'q=__proto__',
      'q=constructor',
      `q=${'a'.repeat(8000)}`,
      'q=((((((((',
    ],
    ...[
      'q=fhir&q=<b>',
      '__proto__[a]=1&q=fhir',
      `q=${encodeURIComponent('a\u202Eb \uFFFF 👩🏽‍⚕️')}`,
    ],
  ];
  for (const query of sampled(queries, 2)) {
    await page.goto(`${site}search/?${query}`);
    const message = await answered(page);
    expect(message, query).not.toBe('');
    await expectUntouched(opened);
  }
});

it('a hostile URL of any other page opens that page, or "Page not found"', async () => {
  const opened = await open();
  const { page, errors } = opened;
  await watch(opened);
  const slug = study.questions[0]?.slug ?? '';
  const lab = 'labs/threshold';
  const addresses = [
    ...payloads.map((text) => [`questions/${slug}`, text]),
    ...[...payloads.slice(0, 3), '1e999', 'NaN', '-0', '__proto__', '%E0%A4%A'].map((text) => [
      lab,
      `lab-threshold?v=1&cutoff=${encodeURIComponent(text)}`,
    ]),
    ...payloads.slice(0, 3).map((text) => ['glossary', text]),
  ];
  for (const [index, [path, fragment]] of sampled(addresses, 3).entries()) {
    await page.goto(`${site}${path}/?${index}#${fragment}`);
    await expectUntouched(opened);
  }
  for (const text of sampled(payloads, 1)) {
    const response = await page.goto(`${site}${encodeURIComponent(text)}/`);
    expect(response?.status()).toBe(404);
    // The browser logs the 404 response, but the page logs nothing.
    expect(errors.splice(0).filter((error) => !error.includes('404'))).toEqual([]);
    expect(await mainText(page)).toContain('Page not found');
    await expectUntouched(opened);
  }
});
