import { describe, expect, it } from 'vitest';
import { labOutput } from '../../../../tests/labs/lab-output.ts';
import { labOnDisk } from '../../../../tests/labs/labs-on-disk.ts';
import type { LabFacts } from '../../../domain/guide/build-guide.ts';
import { initialValues, readValues } from '../../../domain/labs/control.ts';
import { exampleServer } from './view.ts';

const lab = labOnDisk('fhir-request');
const server = exampleServer(lab.facts as LabFacts<'fhir-request'>);
const initial = initialValues(lab.controls);
const ask = (request: string, strict = false) => lab.view({ ...initial, request, strict });

const examples = [...lab.view(initial).figure.text.matchAll(/data-set="request=([^"]*)"/g)].map(
  ([, request = '']) => decodeURIComponent(request),
);

describe('the FHIR request lab', () => {
  it('opens with five matches, of which a model can use two', () => {
    // A model can use a2 and a3. Of the other matches, a4 repeats a3, a5 was entered in error, and
    // a6 has no unit.
    expect(lab.view(initial).result).toBe(
      'Status 200: 5 matches. A model can use 2 of them as they are.',
    );
    expect(lab.view(initial).value).toBe(`${lab.guess.truth} of 5`);
    const { text } = labOutput(lab.view(initial));
    for (const problem of ['same result as a3', 'entered in error', 'no unit']) {
      expect(text).toContain(problem);
    }
  });

  it('finds more under a sister code, in another unit', () => {
    const { result, figure } = ask(
      'Observation?patient=123&code=http://loinc.org|4548-4,http://loinc.org|59261-8&date=ge2026',
    );
    expect(result).toContain('6 matches');
    expect(figure.text).toContain('unit differs from');
  });

  it('says which parameter was ignored, and refuses it when strict', () => {
    const request = 'Observation?patient=123&code=http://loinc.org|4548-4&dat=ge2026';
    expect(ask(request).result).toContain('Ignored: dat.');
    expect(ask(request).result).toContain('6 matches');
    expect(ask(request, true).result).toContain('Status 400');
  });

  it('warns that date means when a dose is due, not when it was ordered', () => {
    const { result, more } = ask('MedicationRequest?patient=123&date=ge2026');
    expect(result).toContain('0 matches. An empty response isn’t an error.');
    expect(more?.text).toContain('authoredon');
  });

  it('answers every example, and shows any request as text', () => {
    expect(examples.length).toBeGreaterThan(5);
    for (const request of [...examples, '', '<img src=x onerror=alert(1)>', 'Observation?<b>=1']) {
      for (const strict of [true, false]) {
        const { text } = labOutput(ask(request, strict));
        expect(text, request).not.toMatch(/NaN|Infinity|undefined|\[object|<img|<b>/);
      }
    }
    for (const request of examples) expect(ask(request).result).toContain('Status 200');
  });

  it('keeps a request from a link, cut to its length', () => {
    const values = readValues(lab.controls, (name) =>
      name === 'request' ? 'x'.repeat(999) : null,
    );
    expect(values['request']).toHaveLength(300);
  });
});

describe('the example server', () => {
  it('has resources with the elements that base R4 requires', () => {
    for (const { resourceType, status, intent, code, subject, ...rest } of server) {
      if (resourceType === 'Observation') expect([status, code]).not.toContain(undefined);
      if (resourceType === 'MedicationRequest') {
        expect([status, intent, subject, rest.medicationCodeableConcept]).not.toContain(undefined);
      }
      expect(JSON.stringify(rest.meta)).toContain('HTEST');
    }
    expect(new Set(server.map(({ id }) => id)).size).toBe(server.length);
  });
});
