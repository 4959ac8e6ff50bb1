/**
 * Links, codes, and runs in formats that have been in readers' browsers and chats since November
 * 2026.
 */
import { describe, expect, it } from 'vitest';
import { readScoreCode, scoredMock, writeScoreCode } from '../kit/score-code.ts';
import { remaining } from './clock.ts';
import { codesInMockLink, mockHash, readMockLink, tidyMockLink } from './mock-link.ts';
import { isUnfinished, readMockRun, recordOfRun } from './mock-run.ts';

const noon = Date.UTC(2026, 10, 24, 12);
const link = '1.3.15.beginner_advanced.fhir.c29l0.5f2c9a01.z7sxt6k8n';
const ofASet = '1.2.6...0.5f2c9a01.244233';
const book = { codes: ['k8n', 'xt6', 'z7s', '244', '233'], retired: [] };
const ownCode = '1000-X52K-H3NZ-YZPE-W1E4';

const asking = `{"version":1,"id":"0123456789abcdef0123456789abcdef","link":"${link}","stage":"asking","codes":["z7s","xt6","k8n"],"clock":{"version":1,"status":"running","total":900000,"question":1,"used":[180000,0,0],"deadline":1795522500000},"scores":[[null,null,null,null],[null,null,null,null],[null,null,null,null]],"place":0,"lockedAt":null,"isSaved":false,"partnerCode":""}`;
const locked = `{"version":1,"id":"0123456789abcdef0123456789abcdef","link":"${link}","stage":"locked","codes":["z7s","xt6","k8n"],"clock":{"version":1,"status":"finished","total":900000,"question":1,"used":[180000,240000,0],"deadline":null},"scores":[[4,null,null,null],[null,null,null,null],[null,null,null,null]],"place":1,"lockedAt":1795522100000,"isSaved":true,"partnerCode":"11bh 1hvd 733f c9r5 mz9x"}`;

describe('a mock link of format 1', () => {
  it('gives its questions in order, and its time', () => {
    expect(readMockLink(link, book)).toMatchObject({
      minutes: 15,
      contentVersion: '5f2c9a01',
      codes: ['z7s', 'xt6', 'k8n'],
      problems: [],
    });
    expect(readMockLink(ofASet, book)).toMatchObject({
      minutes: 6,
      codes: ['244', '233'],
      problems: [],
    });
  });

  it('stays unchanged, so that its codes, runs, and scorecards still match it', () => {
    expect(mockHash(link)).toBe(1_314_665_525);
    for (const same of [link, `#${link}`, link.toUpperCase(), `${link}.`, `${link}.x`]) {
      expect(tidyMockLink(same)).toBe(link);
      expect(codesInMockLink(same.toLowerCase())).toEqual(['z7s', 'xt6', 'k8n']);
    }
    expect(tidyMockLink(ofASet)).toBe(ofASet);
    expect(tidyMockLink('1.2.x...1.v!.z7sxt6')).toBe('1.2.30...1..z7sxt6');
  });
});

describe('a score code of format 1', () => {
  it('still fits its mock interview', () => {
    const questions = [
      { code: 'z7s', scores: [4, 3, null, 5], seconds: 180 },
      { code: 'xt6', scores: [1, 2, 3, 4], seconds: 240 },
      { code: 'k8n', scores: [null, null, null, null], seconds: 0 },
    ];
    expect(readScoreCode(ownCode, scoredMock(link))).toEqual({ value: questions });
    expect(writeScoreCode(scoredMock(link), questions)).toBe(ownCode);
  });
});

describe('a mock interview stored by an earlier version', () => {
  it('picks up where it was', () => {
    const read = readMockRun(asking, noon + 240_000);
    expect(read).toMatchObject({ value: { stage: 'asking', clock: { question: 1 } } });
    if ('value' in read) expect(remaining(read.value.clock, noon + 240_000)).toBe(660_000);
  });

  it('keeps its result and the pasted code', () => {
    const read = readMockRun(locked, noon);
    if ('problem' in read) throw new Error(read.problem);
    expect(isUnfinished(read.value)).toBe(false);
    expect(recordOfRun(read.value)?.questions[0]).toEqual({
      code: 'z7s',
      scores: [4, null, null, null],
      seconds: 180,
    });
    expect(readScoreCode(read.value.partnerCode, scoredMock(link))).toHaveProperty('value');
  });
});
