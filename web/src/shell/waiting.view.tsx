import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './waiting.module.css';

/** Says what is awaited, once it has taken half a second: what is quick does not flicker. */
export const Waiting = ({ what }: { what: string }) => {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.waiting} role="status">
      {long && (
        <>
          <Loader size={16} aria-hidden /> {what} …
        </>
      )}
    </div>
  );
};
