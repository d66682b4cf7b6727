import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '../../../../shared/platform/attendances';
import { Button } from '../../../ui/Button';
import { FinishDialog } from './FinishDialog';

interface FinishAttendanceProps {
  readonly attendance: Attendance;
  readonly isFullWidth: boolean;
  readonly onFinished: () => void;
}

/** The button that ends an attendance, and the dialog that asks for its disposition. */
export const FinishAttendance = ({ attendance, isFullWidth, onFinished }: FinishAttendanceProps) => {
  const { t } = useTranslation('attendances');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button isFullWidth={isFullWidth} onClick={() => setIsOpen(true)}>
        {t('finish.open')}
      </Button>
      {isOpen && <FinishDialog attendance={attendance} onClose={() => setIsOpen(false)} onFinished={onFinished} />}
    </>
  );
};
