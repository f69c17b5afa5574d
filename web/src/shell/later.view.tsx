import type { ReactNode } from 'react';

/** Says of a page that is still a beginning what it will hold. */
export const Later = ({ children }: { children: ReactNode }) => (
  <aside className="later" aria-label="Not here yet">
    <strong>Not here yet:</strong> {children}
  </aside>
);
