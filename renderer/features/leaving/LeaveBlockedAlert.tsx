import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appDesktop } from '../../desktop/appDesktop';
import { useAppStore } from '../../desktop/appStore';
import { shellDesktop } from '../../desktop/shellDesktop';
import { useProblemText } from '../../i18n/useProblemText';
import { AlertDialog } from '../../ui/AlertDialog';
import { Button } from '../../ui/Button';
import type { LeaveBlocked, LeaveRefusal } from '../../../shared/state/leaving';
import type { Problem } from '../../../shared/state/problem';
import { HoldingAttendanceList } from './HoldingAttendanceList';
import styles from './LeaveBlockedAlert.module.css';

/** The block: why the agent can't leave now, and the way to what holds them. Shown whenever main refused a way out. */
export const LeaveBlockedAlert = () => {
  const blocked = useAppStore((state) => state.leavingBlocked);
  const dismiss = useAppStore((state) => state.dismissLeavingBlocked);

  useEffect(() => {
    if (blocked !== null) appDesktop.tellBlockShown().catch(reportError);
  }, [blocked]);

  if (blocked === null) return null;
  const { reason, refusal } = blocked;
  return refusal.kind === 'problem' ? (
    <ProblemAlert problem={refusal.problem} onDismiss={dismiss} />
  ) : (
    <AttendancesAlert reason={reason} refusal={refusal} onDismiss={dismiss} />
  );
};

interface ProblemAlertProps {
  readonly problem: Problem;
  readonly onDismiss: () => void;
}

const ProblemAlert = ({ problem, onDismiss }: ProblemAlertProps) => {
  const { t } = useTranslation('leaving');
  const understood = useRef<HTMLButtonElement>(null);
  const { title, nextStep } = useProblemText()(problem);
  return (
    <AlertDialog
      isOpen
      onDismiss={onDismiss}
      title={t('problem')}
      description={`${title}. ${nextStep}`}
      initialFocus={understood}
      actions={
        <Button ref={understood} variant="primary" onClick={onDismiss}>
          {t('understood')}
        </Button>
      }
    />
  );
};

interface AttendancesAlertProps {
  readonly reason: LeaveBlocked['reason'];
  readonly refusal: Extract<LeaveRefusal, { readonly kind: 'attendances' }>;
  readonly onDismiss: () => void;
}

const AttendancesAlert = ({ reason, refusal, onDismiss }: AttendancesAlertProps) => {
  const { t } = useTranslation('leaving');
  const goButton = useRef<HTMLButtonElement>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const { holding, canLeaveAnyway } = refusal;
  const first = holding[0];

  const goTo = (attendanceId: string) => {
    onDismiss();
    shellDesktop.openAttendance({ attendanceId }).catch(reportError);
  };
  const leaveAnyway = () => {
    setIsLeaving(true);
    shellDesktop
      .leaveAnyway()
      .catch(reportError)
      .finally(() => setIsLeaving(false));
  };

  return (
    <AlertDialog
      isOpen
      onDismiss={onDismiss}
      title={t('attendances')}
      description={reason === 'sign-out' ? undefined : t(`attempted.${reason}`)}
      initialFocus={goButton}
      actions={
        <>
          {canLeaveAnyway && (
            <Button variant="danger" className={styles['leaveAnyway']} isBusy={isLeaving} onClick={leaveAnyway}>
              {t('leaveAnyway')}
            </Button>
          )}
          <Button onClick={onDismiss}>{t('understood')}</Button>
          <Button
            ref={goButton}
            variant="primary"
            onClick={() => {
              if (first !== undefined) goTo(first.id);
            }}
          >
            {t('goToAttendance')}
          </Button>
        </>
      }
    >
      <HoldingAttendanceList holding={holding} onGoTo={goTo} />
      {canLeaveAnyway && <p className={styles['warning']}>{t('leaveAnywayWarning')}</p>}
    </AlertDialog>
  );
};
