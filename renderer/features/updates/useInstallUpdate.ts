import { useState } from 'react';
import { shellDesktop } from '../../desktop/shellDesktop';

/** Installing what is ready: whether main is being asked, and how to ask. A refusal shows in the alert of the block. */
export const useInstallUpdate = (onSettled?: () => void) => {
  const [isAsking, setIsAsking] = useState(false);
  const install = () => {
    setIsAsking(true);
    shellDesktop
      .installUpdate()
      .catch(reportError)
      .finally(() => {
        setIsAsking(false);
        onSettled?.();
      });
  };
  return { isAsking, install };
};
