import { lazy, Suspense, useEffect, type ComponentProps } from 'react';
import { assertNever } from '../../shared/rules/assertNever';
import { useAppStore } from '../desktop/appStore';
import { markMilestone } from '../desktop/milestones';
import { LoginScreen } from '../features/login/LoginScreen';
import { DefectBoundary } from './DefectBoundary';
import { loadShell } from './loadShell';
import type { PageKind } from './pageKind';
import { ShellSkeleton } from './ShellSkeleton';

const ShellArea = lazy(loadShell);

interface AppProps {
  /** What the page's markup shows before anything is known of the session. */
  readonly page: PageKind;
}

/** Everything in the window. */
export const App = ({ page }: AppProps) => (
  <DefectBoundary>
    <Screen page={page} />
  </DefectBoundary>
);

const Screen = ({ page }: AppProps) => {
  const session = useAppStore((state) => state.session);
  // Until main has told, the menu is as wide as in the markup that main chose.
  const isMenuCollapsed = useAppStore((state) => state.settings?.isSideMenuCollapsed) ?? page === 'shell-collapsed';
  const skeleton = <ShellSkeleton isMenuCollapsed={isMenuCollapsed} />;
  switch (session.kind) {
    case 'starting':
      return page === 'login' ? <Login endReason={null} /> : skeleton;
    case 'signed-out':
      return <Login endReason={session.reason} />;
    case 'resuming':
    case 'signed-in':
    case 'expired':
      return (
        <Suspense fallback={skeleton}>
          <ShellArea />
        </Suspense>
      );
    default:
      return assertNever(session);
  }
};

/** Loads the shell while the agent types the password: at rest the login holds nothing it does not need. */
const prepareShell = () => {
  loadShell().catch(reportError);
};

const Login = ({ endReason }: Pick<ComponentProps<typeof LoginScreen>, 'endReason'>) => {
  useEffect(() => {
    markMilestone('login-usable');
  }, []);
  return <LoginScreen endReason={endReason} onPasswordInput={prepareShell} />;
};
