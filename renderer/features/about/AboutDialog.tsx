import { useEffect, useRef, useState, type RefObject } from 'react';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AboutApp, PolicyDefect, PolicyLine } from '../../../shared/state/policy';
import type { Problem } from '../../../shared/state/problem';
import { problemFromError } from '../../desktop/problemFromError';
import { shellDesktop } from '../../desktop/shellDesktop';
import { BreakableText } from '../../ui/BreakableText';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { aboutText, defectText, valueText } from './aboutText';
import styles from './AboutDialog.module.css';

interface AboutDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly returnFocus: RefObject<HTMLElement | null>;
}

/** "Sobre o Smartspace Desktop": what this app is, and what the company manages in it. */
export const AboutDialog = ({ isOpen, ...rest }: AboutDialogProps) => (isOpen ? <OpenAbout {...rest} /> : null);

const OpenAbout = ({ onClose, returnFocus }: Omit<AboutDialogProps, 'isOpen'>) => {
  const { t } = useTranslation('about');
  const closeButton = useRef<HTMLButtonElement>(null);
  const [about, setAbout] = useState<AboutApp | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    shellDesktop.readAbout().then(setAbout, (error: unknown) => {
      reportError(error);
      setProblem(problemFromError(error));
    });
  }, []);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title')}
      size="medium"
      initialFocus={closeButton}
      returnFocus={returnFocus}
      actions={
        <>
          {about !== null && <CopyButton about={about} />}
          <Button ref={closeButton} variant="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      {problem !== null && <ProblemNotice problem={problem} />}
      {about === null && problem === null && <p className={styles['quiet']}>{t('loading')}</p>}
      {about !== null && <AboutContent about={about} />}
    </Dialog>
  );
};

const AboutContent = ({ about }: { readonly about: AboutApp }) => {
  const { t } = useTranslation('about');
  const managed = about.policies.filter(({ place }) => place !== null);
  return (
    <>
      <dl className={styles['facts']}>
        <dt>{t('version')}</dt>
        <dd>{about.version}</dd>
        <dt>{t('platformUrl')}</dt>
        <dd>
          <BreakableText text={about.platformUrl} />
        </dd>
        <dt>{t('electron')}</dt>
        <dd>{about.electron}</dd>
        <dt>{t('chromium')}</dt>
        <dd>{about.chromium}</dd>
        <dt>{t('system')}</dt>
        <dd>{about.system}</dd>
      </dl>
      <h3 className={styles['heading']}>{t('managed')}</h3>
      {managed.length === 0 ? <p className={styles['quiet']}>{t('notManaged')}</p> : <ManagedTable lines={managed} />}
      {about.defects.length > 0 && <Defects defects={about.defects} />}
    </>
  );
};

const ManagedTable = ({ lines }: { readonly lines: readonly PolicyLine[] }) => {
  const { t } = useTranslation('about');
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('policy')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('origin')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.policy}>
            <th scope="row">{t(`policies.${line.policy}`)}</th>
            <td>
              <BreakableText text={valueText(t, line)} />
            </td>
            <td>
              {t(`origins.${line.origin}`)}
              <span className={styles['place']}>
                <BreakableText text={line.place ?? ''} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Defects = ({ defects }: { readonly defects: readonly PolicyDefect[] }) => {
  const { t } = useTranslation('about');
  return (
    <section aria-labelledby="policy-defects" className={styles['defects']}>
      <h3 id="policy-defects">{t('defects.title')}</h3>
      <ul>
        {defects.map((defect) => (
          <li key={`${defect.place} ${defect.policy ?? ''} ${defect.problem}`}>
            <BreakableText text={defectText(t, defect)} />
          </li>
        ))}
      </ul>
      <p>{t('defects.hint')}</p>
    </section>
  );
};

const CopyButton = ({ about }: { readonly about: AboutApp }) => {
  const { t } = useTranslation('about');
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <Button
        icon={<Icon of={isCopied ? Check : Copy} />}
        onClick={() => {
          shellDesktop.copyText({ text: aboutText(t, about) }).then(() => setIsCopied(true), reportError);
        }}
      >
        {t('copy')}
      </Button>
      <span role="status" className="visuallyHidden">
        {isCopied && t('copied')}
      </span>
    </>
  );
};
