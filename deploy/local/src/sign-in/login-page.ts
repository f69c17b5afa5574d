import type { DemoPerson } from './people.table.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const style = `
  :root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #1c2733; background: #eef2f5; }
  body { display: grid; place-items: center; min-height: 100vh; margin: 0; }
  main { background: #fff; padding: 2.5rem; border-radius: 12px; width: min(22rem, 90vw); box-shadow: 0 1px 3px #0002, 0 8px 32px #0001; }
  h1 { font-size: 1.25rem; margin: 0 0 .25rem; } p { margin: 0 0 1.5rem; color: #4a5968; }
  label { display: block; font-weight: 600; margin-bottom: 1rem; }
  input, select { display: block; box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .6rem; font: inherit; border: 1px solid #8797a6; border-radius: 6px; background: #fff; }
  button { width: 100%; padding: .7rem; font: inherit; font-weight: 600; color: #fff; background: #1f5f7a; border: 0; border-radius: 6px; cursor: pointer; }
  :focus-visible { outline: 3px solid #f2a33a; outline-offset: 2px; }
  .no { color: #a11d1d; }`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} - Osteon</title><style>${style}</style></head>
<body><main><h1>Osteon</h1>${content}</main></body></html>`;

/** Asks once more before a session ends; `form` is the provider's own, with the id `op.logoutForm`. */
export const signOutPage = (form: string): string =>
  page('Sign out', `<p>Do you want to sign out?</p>${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`);

/** The form of the local sign-in server: plain HTML, no script. */
export const loginPage = (action: string, people: readonly DemoPerson[], refused: boolean): string =>
  page(
    'Sign in',
    `<p>Sign in to the local hospital</p>
${refused ? '<p class="no" role="alert">Name and password do not fit.</p>' : ''}
<form method="post" action="${escaped(action)}">
<label>Name<select name="userId" autocomplete="username">${people
  .map(({ userId, name, roles }) => `<option value="${escaped(userId)}">${escaped(name)} (${escaped(Object.values(roles).flat().join(', '))})</option>`)
  .join('')}</select></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required autofocus></label>
<button>Sign in</button></form>`,
  );
