import { expect, it } from 'vitest';
import { titleOfFile } from './title-of-file';

it('A file name becomes a title', () => {
  expect(titleOfFile('the_salt-road.fountain')).toBe('The salt road');
  expect(titleOfFile('маяк.fdx')).toBe('Маяк');
  expect(titleOfFile('.fountain')).toBe('.fountain');
});
