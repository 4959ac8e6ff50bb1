import { expect, it } from 'vitest';
import { readContent } from '../../../src/checked-content.ts';
import { contentExceptions } from '../../../src/domain/content-checks/check-voice.ts';
import { voiceFindings } from '../../../src/domain/content-checks/voice.ts';

it('the content needs each exception from the rules of its voice', () => {
  const { questions, docs, sources, glossary, learningPaths, labs } = readContent('.');
  const written = [questions, docs, sources, glossary, learningPaths, labs].flat();
  const unused = contentExceptions.filter(({ in: file, text }) => {
    const lines = written.find((one) => one.file === file)?.text.split('\n') ?? [];
    return !lines.some((line) => line.includes(text) && voiceFindings(line).length > 0);
  });
  expect(unused).toEqual([]);
});
