import { describe, expect, it } from 'vitest';
import { withOneSheet } from './one-sheet.ts';

describe('the sheets of a page', () => {
  it('become one, in their order, where the last one stood', () => {
    expect(withOneSheet('<head><style>a{}</style><meta><style>$&{}</style></head>')).toBe(
      '<head><meta><style>a{}$&{}</style></head>',
    );
  });

  it('stay as they are where there is one or none', () => {
    for (const html of ['<head><style>a{}</style></head>', '<head></head>']) {
      expect(withOneSheet(html)).toBe(html);
    }
  });

  it('leave a page that says to be plain', () => {
    const plain = '<html lang="en" data-plain><head></head>';
    expect(withOneSheet(plain.replace('</head>', '<style>a{}</style></head>'))).toBe(plain);
  });
});
