import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shellDesktop } from '../../../desktop/shellDesktop';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Select } from '../../../ui/Select';
import type { Attendance } from '../../../../shared/platform/attendances';
import type { Problem } from '../../../../shared/state/problem';
import { drafts } from '../drafts';
import styles from './FinishDialog.module.css';

interface FinishDialogProps {
  readonly attendance: Attendance;
  readonly onClose: () => void;
  readonly onFinished: () => void;
}

/** Asks what came of the attendance, and finishes it. If that fails, the choice stays. */
export const FinishDialog = ({ attendance, onClose, onFinished }: FinishDialogProps) => {
  const { t } = useTranslation('attendances');
  const { id: attendanceId, customer, dispositions } = attendance;
  const only = dispositions.length === 1 ? dispositions[0] : undefined;
  const [dispositionId, setDispositionId] = useState<string | null>(only?.id ?? null);
  const [isChoiceMissing, setIsChoiceMissing] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [hasDraft] = useState(() => drafts.read(attendanceId).trim() !== '');
  const select = useRef<HTMLSelectElement>(null);

  const finish = async (chosenId: string): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    try {
      const result = await shellDesktop.finishAttendance({ attendanceId, dispositionId: chosenId });
      if (result.ok) {
        onClose();
        onFinished();
      } else setProblem(result.problem);
    } finally {
      setIsBusy(false);
    }
  };

  const confirm = () => {
    setIsChoiceMissing(dispositionId === null);
    if (dispositionId === null) select.current?.focus();
    else finish(dispositionId).catch(reportError);
  };

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen && !isBusy) onClose();
      }}
      title={t('finish.title')}
      description={t('finish.description', { customer: customer.name })}
      initialFocus={select}
      actions={
        <>
          <Button onClick={onClose} aria-disabled={isBusy}>
            {t('finish.cancel')}
          </Button>
          <Button variant="primary" isBusy={isBusy} disabled={dispositions.length === 0} onClick={confirm}>
            {t('finish.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <Select
          ref={select}
          label={t('finish.disposition')}
          placeholder={t('finish.choose')}
          options={dispositions.map(({ id, name }) => ({ value: id, label: name }))}
          value={dispositionId}
          isDisabled={dispositions.length === 0}
          error={isChoiceMissing ? t('finish.missing') : undefined}
          onChange={(chosen) => {
            setDispositionId(chosen);
            setIsChoiceMissing(false);
          }}
        />
        {dispositions.length === 0 && <p className={styles['note']}>{t('finish.noDispositions')}</p>}
        {hasDraft && <p className={styles['note']}>{t('finish.draftIsLost')}</p>}
        {problem !== null && <ProblemNotice problem={problem} />}
      </div>
    </Dialog>
  );
};
