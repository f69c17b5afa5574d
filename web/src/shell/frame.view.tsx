import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Forbidden } from './forbidden.view.js';
import { isOpen, placesFor, rolesInWords } from './places.js';
import { SignedIn, useSession } from './session.view.js';
import { signOut } from './sign-in.api.js';
import styles from './frame.module.css';

/** Haversian rings: an osteon in cross-section. */
export const Emblem = ({ size = 22 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2.4" aria-hidden>
    <circle cx="16" cy="16" r="14" />
    <circle cx="16" cy="16" r="8.5" />
    <circle cx="16" cy="16" r="2.6" fill="currentColor" stroke="none" />
  </svg>
);

const Bar = () => {
  const session = useSession();
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand}>
        <Emblem /> Osteon
      </Link>
      <nav aria-label="Main" className={styles.places}>
        {placesFor(session).map(({ to, label }) => (
          <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
            {label}
          </Link>
        ))}
      </nav>
      <div className={styles.person}>
        <span>{session.actor.name}</span>
        <span className="quiet">{rolesInWords(session)}</span>
        <button type="button" onClick={() => void signOut()}>
          Sign out
        </button>
      </div>
    </header>
  );
};

/** The page of the address, where it is for this person. */
const Page = () => {
  const session = useSession();
  const path = useLocation({ select: ({ pathname }) => pathname });
  return isOpen(path, session) ? <Outlet /> : <Forbidden />;
};

/** The frame of every page behind the sign-in: where one is, who one is, and the page. */
export const Frame = () => (
  <SignedIn>
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        Skip to content
      </a>
      <Bar />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Page />
      </main>
    </div>
  </SignedIn>
);
