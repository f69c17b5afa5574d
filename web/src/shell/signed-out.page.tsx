import { Doorstep } from './doorstep.view.js';

/** After signing out: nothing of the session is left in this tab. */
export const SignedOutPage = () => <Doorstep title="You are signed out" words="Nothing of your session is left in this tab." />;
