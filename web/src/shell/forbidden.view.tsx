import { Link } from '@tanstack/react-router';
import { rolesInWords } from './places.js';
import { useSession } from './session.view.js';
import { useTitle } from './title.view.js';

/** Stands where a page is for other roles: says so, and leads back to one's own work. */
export const Forbidden = () => {
  useTitle('Not for your role');
  const session = useSession();
  return (
    <div className="page">
      <h1>This page is for other roles</h1>
      <p>
        You are signed in as {session.actor.name} ({rolesInWords(session) || 'no role'}). Nothing was opened or changed; the administrator of your
        facility gives roles.
      </p>
      <p>
        <Link to="/">Go to where your work begins</Link>
      </p>
    </div>
  );
};
