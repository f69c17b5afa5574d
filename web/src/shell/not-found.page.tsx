import { Link } from '@tanstack/react-router';
import { useTitle } from './title.view.js';

/** Stands where an address leads nowhere. */
export const NotFoundPage = () => {
  useTitle('No such page');
  return (
    <div className="page">
      <h1>There is no such page</h1>
      <p>
        <Link to="/">Go to where your work begins</Link>
      </p>
    </div>
  );
};
