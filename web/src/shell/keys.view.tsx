import { Popover } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import styles from './keys.module.css';

/** A page's keys and what each does, in the order of work. */
export type Keys = readonly (readonly [key: string, does: string])[];

/** The sheet of keys behind `?`. */
export const KeySheet = ({ keys }: { keys: Keys }) => {
  const [opened, { toggle, close }] = useDisclosure(false);
  useHotkeys([
    ['shift+?', toggle],
    ['?', toggle],
  ]);
  return (
    <Popover opened={opened} onChange={close} position="bottom-end" shadow="md" trapFocus={false}>
      <Popover.Target>
        <button type="button" className={styles.open} aria-expanded={opened} onClick={toggle}>
          Keys <kbd>?</kbd>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={styles.sheet}>
          {keys.map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
};
