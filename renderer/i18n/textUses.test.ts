import { describe, expect, it } from 'vitest';
import { findTextUses, flattenTexts, interpolations, withoutPlural } from './textUses';

describe('findTextUses', () => {
  it('finds literal keys, with and without values', () => {
    expect(
      findTextUses(`const { t } = useTranslation('queues'); t('logInAll'); t('count', { total: of(one('other')) });`),
    ).toEqual([
      { namespace: 'queues', kind: 'key', key: 'logInAll' },
      { namespace: 'queues', kind: 'key', key: 'count' },
    ]);
  });

  it('finds both sides of a choice', () => {
    expect(findTextUses(`const { t } = useTranslation('a'); t(isOn ? 'on' : 'off');`)).toEqual([
      { namespace: 'a', kind: 'key', key: 'on' },
      { namespace: 'a', kind: 'key', key: 'off' },
    ]);
  });

  it('takes what a template begins with as a prefix', () => {
    expect(findTextUses("const { t } = useTranslation('a'); t(`state.${queue.state(1)}`);")).toEqual([
      { namespace: 'a', kind: 'prefix', prefix: 'state.' },
    ]);
  });

  it('keeps namespaces apart by the names they go under', () => {
    const source = `const { t } = useTranslation('a'); const { t: tCommon } = useTranslation('common'); t('x'); tCommon('y');`;
    expect(findTextUses(source)).toEqual([
      { namespace: 'a', kind: 'key', key: 'x' },
      { namespace: 'common', kind: 'key', key: 'y' },
    ]);
  });

  it('finds uses through a parameter', () => {
    expect(findTextUses(`const title = (t: TFunction<'problems'>) => t('title');`)).toEqual([
      { namespace: 'problems', kind: 'key', key: 'title' },
    ]);
  });

  it('takes no other call for a use', () => {
    expect(findTextUses(`const { t } = useTranslation('a'); set('x'); object.t('y');`)).toEqual([]);
  });
});

describe('texts', () => {
  it('are flattened to keys with dots', () => {
    expect([...flattenTexts({ a: { b: 'text' }, c: 'more' })]).toEqual([
      ['a.b', 'text'],
      ['c', 'more'],
    ]);
  });

  it('may hold nothing but texts', () => {
    expect(() => flattenTexts({ a: { b: 3 } })).toThrow('a.b is no text');
  });

  it('lose their plural form, and only that', () => {
    expect(['count_one', 'count_other', 'one', 'no_one_here'].map(withoutPlural)).toEqual([
      'count',
      'count',
      'one',
      'no_one_here',
    ]);
  });

  it('tell which values they take', () => {
    expect(interpolations('{{name}} at {{ time }}, {{count, number}}')).toEqual(['count', 'name', 'time']);
  });
});
