import { DropdownMenu as Radix } from 'radix-ui';
import { createContext, useContext, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Check, ChevronRight, type LucideIcon } from 'lucide-react';
import { classNames } from './classNames';
import { Icon } from './Icon';
import styles from './Menu.module.css';

interface MenuProps {
  /** The button that opens it: one element that takes a ref and any further props. Its name becomes the menu's. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

/** The landmark or dialog that the menu's button is in: what opens from it belongs there, too. */
const Landmark = createContext<HTMLElement | null>(null);

/** A menu under a button. Not modal, so that the library adds no inline style to stop scrolling. */
export const Menu = ({ trigger, align = 'end', children }: MenuProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const [landmark, setLandmark] = useState<HTMLElement | null>(null);
  return (
    <Radix.Root
      modal={false}
      onOpenChange={(isOpen) => {
        if (isOpen) setLandmark(button.current?.closest<HTMLElement>('header, main, nav, [role="dialog"]') ?? null);
      }}
    >
      <Radix.Trigger ref={button} asChild>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={landmark}>
        <Radix.Content align={align} sideOffset={6} collisionPadding={8} loop className={styles['menu']}>
          <Landmark value={landmark}>{children}</Landmark>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};

interface MenuItemProps {
  readonly icon?: LucideIcon;
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  readonly onSelect: () => void;
  readonly children: ReactNode;
}

/** One command of a menu. */
export const MenuItem = ({ icon, isDanger = false, isDisabled = false, onSelect, children }: MenuItemProps) => (
  <Radix.Item
    disabled={isDisabled}
    onSelect={onSelect}
    className={classNames(styles['item'], isDanger && styles['danger'])}
  >
    <span className={styles['icon']}>{icon && <Icon of={icon} />}</span>
    {children}
  </Radix.Item>
);

interface SubmenuProps {
  readonly icon?: LucideIcon;
  readonly label: string;
  /** What is chosen inside, shown at the end of the line. */
  readonly value?: string;
  readonly children: ReactNode;
}

/** An item that opens a further menu. */
export const Submenu = ({ icon, label, value, children }: SubmenuProps) => (
  <Radix.Sub>
    <Radix.SubTrigger className={styles['item']} aria-label={label}>
      <span className={styles['icon']}>{icon && <Icon of={icon} />}</span>
      {label}
      <span className={styles['end']}>
        {value}
        <Icon of={ChevronRight} />
      </span>
    </Radix.SubTrigger>
    <Radix.Portal container={useContext(Landmark)}>
      <Radix.SubContent sideOffset={4} collisionPadding={8} loop className={styles['menu']}>
        {children}
      </Radix.SubContent>
    </Radix.Portal>
  </Radix.Sub>
);

interface MenuRadioGroupProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** A choice of one inside a menu. */
export const MenuRadioGroup = <Value extends string>({
  label,
  options,
  value,
  onChange,
}: MenuRadioGroupProps<Value>) => (
  <Radix.RadioGroup
    aria-label={label}
    value={value ?? ''}
    onValueChange={(next) => {
      const chosen = options.find((option) => option.value === next);
      if (chosen !== undefined) onChange(chosen.value);
    }}
  >
    {options.map((option) => (
      <Radix.RadioItem key={option.value} value={option.value} className={styles['item']}>
        <span className={styles['icon']}>
          <Radix.ItemIndicator>
            <Icon of={Check} />
          </Radix.ItemIndicator>
        </span>
        {option.label}
      </Radix.RadioItem>
    ))}
  </Radix.RadioGroup>
);

/** A heading inside a menu, for instance who is logged in. */
export const MenuHeading = ({ children }: { readonly children: ReactNode }) => (
  <Radix.Label className={styles['heading']}>{children}</Radix.Label>
);

export const MenuSeparator = () => <Radix.Separator className={styles['separator']} />;
