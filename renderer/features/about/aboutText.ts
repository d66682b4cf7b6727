import type { TFunction } from 'i18next';
import type { AboutApp, PolicyDefect, PolicyLine } from '../../../shared/state/policy';

/** A policy's value in words, where there are words for it: what an administrator wrote stays as it is written. */
export const valueText = (t: TFunction<'about'>, { value }: PolicyLine): string => {
  switch (value) {
    case null:
      return t('none');
    case 'true':
    case 'false':
    case 'popup':
    case 'browser':
      return t(`values.${value}`);
    default:
      return value;
  }
};

export const defectText = (t: TFunction<'about'>, { place, policy, problem }: PolicyDefect): string =>
  `${policy === null ? '' : `${policy}: `}${t(`problems.${problem}`)} (${place})`;

/** Everything there is to know, for whoever helps. */
export const aboutText = (t: TFunction<'about'>, about: AboutApp): string =>
  [
    t('title'),
    `${t('version')}: ${about.version}`,
    `${t('electron')}: ${about.electron}`,
    `${t('chromium')}: ${about.chromium}`,
    `${t('system')}: ${about.system}`,
    `${t('platformUrl')}: ${about.platformUrl}`,
    '',
    t('managed'),
    ...about.policies.map((line) => {
      const place = line.place === null ? '' : ` (${line.place})`;
      return `${line.policy} = ${line.value ?? '-'}: ${t(`origins.${line.origin}`)}${place}`;
    }),
    ...(about.defects.length === 0 ? [] : ['', t('defects.title')]),
    ...about.defects.map((defect) => defectText(t, defect)),
  ].join('\n');
