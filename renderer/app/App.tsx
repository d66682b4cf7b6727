import { lazy, Suspense, useEffect, useState, type ComponentProps } from 'react';
import { assertNever } from '../../shared/rules/assertNever';
import { useAppStore } from '../desktop/appStore';
import { markMilestone } from '../desktop/milestones';
import { LoginScreen } from '../features/login/LoginScreen';
import { PasswordPage } from '../features/password/PasswordPage';
import { isStillTold, type SavedPassword } from '../features/password/savedPassword';
import { isShown } from '../features/password/shownLink';
import { DefectBoundary } from './DefectBoundary';
import { loadedShell, loadShell } from './loadShell';
import type { PageKind } from './pageKind';
import type { ShellAreaProps } from './ShellArea';
import { ShellSkeleton } from './ShellSkeleton';

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
  const link = useAppStore((state) => state.passwordLink);
  // Outlives the screen it was set on.
  const [savedPassword, setSavedPassword] = useState<SavedPassword | null>(null);
  if (savedPassword !== null && !isStillTold(savedPassword, session)) setSavedPassword(null);
  // Until main has told, the menu is as wide as in the markup that main chose.
  const isMenuCollapsed = useAppStore((state) => state.settings?.isSideMenuCollapsed) ?? page === 'shell-collapsed';
  const skeleton = <ShellSkeleton isMenuCollapsed={isMenuCollapsed} />;
  const keepSavedPassword = (answer: SavedPassword['answer'], email: string) => setSavedPassword({ answer, email });

  const entry = (endReason: ComponentProps<typeof LoginScreen>['endReason']) =>
    isShown(link) ? (
      <PasswordPage link={link} onSaved={keepSavedPassword} />
    ) : (
      <Login endReason={endReason} savedPasswordOf={savedPassword?.email ?? null} />
    );
  switch (session.kind) {
    case 'starting':
      return page === 'login' ? entry(null) : skeleton;
    case 'signed-out':
      return entry(session.reason);
    case 'resuming':
    case 'signed-in':
    case 'expired':
      return (
        <Suspense fallback={skeleton}>
          <LoadedShell
            savedPassword={savedPassword}
            onPasswordSaved={keepSavedPassword}
            onSavedPasswordRead={() => setSavedPassword(null)}
          />
        </Suspense>
      );
    default:
      return assertNever(session);
  }
};

const LazyShell = lazy(loadShell);

/** The shell, without a fallback where its code is there: React would keep one it has shown for 300 ms at least. */
const LoadedShell = (props: ShellAreaProps) => {
  const [Shell] = useState(() => loadedShell() ?? LazyShell);
  return <Shell {...props} />;
};

/** Loads the shell while the agent types the password: at rest the login holds nothing it does not need. */
const prepareShell = () => {
  loadShell().catch(reportError);
};

const Login = (props: Omit<ComponentProps<typeof LoginScreen>, 'onPasswordInput'>) => {
  useEffect(() => {
    markMilestone('login-usable');
  }, []);
  return <LoginScreen {...props} onPasswordInput={prepareShell} />;
};
