import { useEffect } from 'react';

/** Names the page in the browser's tab; never a person. */
export const useTitle = (page: string): void => {
  useEffect(() => {
    document.title = `${page} · Osteon`;
  }, [page]);
};
