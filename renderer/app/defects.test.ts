import { describe, expect, it } from 'vitest';
import { describeDefect } from './defects';

describe('describeDefect', () => {
  it('tells the kind of error and where it was', () => {
    const defect = describeDefect(new TypeError('any'));
    expect(defect.name).toBe('TypeError');
    expect(defect.stack).toMatch(/^\s+at .*defects\.test\.ts/m);
  });

  it('leaves out the message, on however many lines it stands', () => {
    const { name, stack } = describeDefect(new Error('Olá, preciso de ajuda\nmeu CPF é 123'));
    expect(`${name} ${stack}`).not.toMatch(/ajuda|CPF/);
  });

  it('takes whatever was thrown', () => {
    expect(describeDefect('private words')).toEqual({ name: 'string', stack: '' });
    expect(describeDefect(undefined)).toEqual({ name: 'undefined', stack: '' });
  });

  it('stays within what the contract takes', () => {
    const error = new Error('long');
    error.name = 'N'.repeat(500);
    error.stack = `Error\n${'    at somewhere\n'.repeat(2000)}`;
    const { name, stack } = describeDefect(error);
    expect(name).toHaveLength(80);
    expect(stack).toHaveLength(4000);
  });
});
