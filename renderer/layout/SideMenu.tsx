import type { KeyboardEvent } from 'react';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { appDesktop } from '../desktop/appDesktop';
import { classNames } from '../ui/classNames';
import { Icon } from '../ui/Icon';
import { Logo } from '../ui/Logo';
import { Skeleton } from '../ui/Skeleton';
import { Tooltip } from '../ui/Tooltip';
import { useModuleMarks } from './moduleMarks';
import { moduleIcons, type BuiltModule } from './modules';
import { neighbourOf } from './neighbour';
import styles from './SideMenu.module.css';

interface SideMenuProps {
  /** Null until it is known what the agent may use. */
  readonly modules: readonly BuiltModule[] | null;
  readonly activeModule: BuiltModule | null;
  readonly isCollapsed: boolean;
  readonly onChoose: (module: BuiltModule) => void;
}

const moveByArrows = (event: KeyboardEvent<HTMLElement>) => {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const current = buttons.findIndex((button) => button === document.activeElement);
  const next = neighbourOf(current, buttons.length, event.key);
  if (next === null) return;
  event.preventDefault();
  buttons[next]?.focus();
};

/** The modules, down the left. */
export const SideMenu = ({ modules, activeModule, isCollapsed, onChoose }: SideMenuProps) => {
  const { t } = useTranslation('shell');
  const marks = useModuleMarks();
  const toggleLabel = isCollapsed ? t('menu.expand') : t('menu.collapse');
  return (
    <nav
      aria-label={t('menu.label')}
      aria-busy={modules === null || undefined}
      className={classNames(styles['menu'], isCollapsed && styles['collapsed'])}
      onKeyDown={moveByArrows}
    >
      <div className={styles['brand']}>
        <Logo size={24} />
        {!isCollapsed && <span className={styles['product']}>{t('product')}</span>}
      </div>
      <ul className={styles['modules']}>
        {modules === null && (
          <li className={styles['loading']}>
            <Skeleton className={styles['loadingName']} />
          </li>
        )}
        {modules?.map((module) => (
          <li key={module}>
            <Tooltip text={t(`modules.${module}`)} side="right" isEnabled={isCollapsed}>
              <button
                type="button"
                aria-current={module === activeModule ? 'page' : undefined}
                className={styles['item']}
                onClick={() => onChoose(module)}
              >
                <span className={styles['icon']}>
                  <Icon of={moduleIcons[module]} size={20} />
                  {marks.has(module) && <span className={styles['mark']} />}
                </span>
                <span className={isCollapsed ? 'visuallyHidden' : styles['name']}>{t(`modules.${module}`)}</span>
                {marks.has(module) && <span className="visuallyHidden">, {t('menu.hasNews')}</span>}
              </button>
            </Tooltip>
          </li>
        ))}
      </ul>
      <Tooltip text={toggleLabel} side="right" isEnabled={isCollapsed}>
        <button
          type="button"
          className={classNames(styles['item'], styles['toggle'])}
          onClick={() => {
            appDesktop.changeSettings({ isSideMenuCollapsed: !isCollapsed }).catch(reportError);
          }}
        >
          <span className={styles['icon']}>
            <Icon of={isCollapsed ? PanelLeftOpen : PanelLeftClose} size={20} />
          </span>
          <span className={isCollapsed ? 'visuallyHidden' : styles['name']}>{toggleLabel}</span>
        </button>
      </Tooltip>
    </nav>
  );
};
