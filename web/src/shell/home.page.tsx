import { Navigate } from '@tanstack/react-router';
import { homeOf } from './places.js';
import { useSession } from './session.view.js';

/** Leads to where the person's work begins. */
export const HomePage = () => {
  const session = useSession();
  const home = homeOf(session);
  if (home) return <Navigate to={home} replace />;
  return (
    <div className="page">
      <h1>No role yet</h1>
      <p>
        You are signed in as {session.actor.name}, but no role is given to you at any facility. Ask the administrator of your
        facility.
      </p>
    </div>
  );
};
