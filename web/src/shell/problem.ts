/** What a service answered instead of what was asked: RFC 9457 problem details, or no answer at all (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail?: string,
    readonly values: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Reads a problem from an answer's status and body, whatever the body is; places of the request that do not fit become the value `errors`. */
export const problemOf = (status: number, body: unknown): Problem => {
  const said = isRecord(body) ? body : {};
  const values = isRecord(said['values']) ? said['values'] : {};
  const misfits = said['errors'] === undefined ? {} : { errors: said['errors'] };
  return new Problem(status, text(said['code']) ?? `HTTP_${status}`, text(said['detail']) ?? text(said['title']), { ...values, ...misfits });
};

/** Nobody answered: the network, the ingress or the service is away. */
export const noAnswer = (): Problem => new Problem(0, 'NO_ANSWER');

/** Says what happened and what is safe, for a person. */
export interface Words {
  readonly what: string;
  readonly next: string;
  /** Whether asking again can help without a person doing something first. */
  readonly retry: boolean;
}

const byCode: Readonly<Record<string, Words>> = {
  DRAFT_NOT_READY: {
    what: 'The draft for this review has not arrived yet.',
    next: 'Nothing was signed. It is usually here within a second; sign again then.',
    retry: true,
  },
  CONTENT_DIFFERS: {
    what: 'The report has changed since it was shown to you.',
    next: 'Nothing was signed. The newest text is shown now: read it and sign again.',
    retry: true,
  },
  REVIEW_OUTDATED: {
    what: 'A newer review of this exam exists.',
    next: 'Nothing was written. The report of the newest review is shown now.',
    retry: true,
  },
  REVIEW_LAPSED: {
    what: 'The numbers of this exam have changed since it was reviewed.',
    next: 'Nothing was signed. Look at the findings and review again.',
    retry: false,
  },
  NOT_CLAIMED_BY_YOU: {
    what: 'This exam is not yours to read.',
    next: 'Your review was not taken; what you stated is kept.',
    retry: false,
  },
  ALREADY_SIGNED: { what: 'This report is signed already.', next: 'Your signature was not added.', retry: false },
  ALREADY_CLAIMED: { what: 'Somebody else is reading this exam.', next: 'Nothing was changed.', retry: false },
  ASSESSMENT_DIFFERS: {
    what: 'The suggested assessment has changed since it was shown to you.',
    next: 'Your review was not taken. The newest assessment is shown now; what you stated is kept.',
    retry: true,
  },
  QUALITY_NOT_STATED: {
    what: 'The technical quality of a scan is not stated.',
    next: 'Your review was not taken; what you stated is kept.',
    retry: false,
  },
};

const byStatus: Readonly<Record<number, Words>> = {
  0: { what: 'Osteon does not answer.', next: 'Nothing was lost here. Check the network and try again.', retry: true },
  401: { what: 'Your sign-in has ended.', next: 'Sign in again; you come back to this page.', retry: false },
  403: { what: 'Your role does not allow this here.', next: 'Nothing was changed.', retry: false },
  404: { what: 'This is not here, or not yet.', next: 'It may appear shortly.', retry: true },
  412: {
    what: 'Somebody changed this while you were looking at it.',
    next: 'Nothing of yours was written. The newest state is shown now: check it and do it again.',
    retry: true,
  },
};

const other = (problem: Problem): Words =>
  problem.status >= 500
    ? {
        what: 'Something broke in Osteon.',
        next: 'It is not known whether this was done. Look again before you repeat it.',
        retry: true,
      }
    : { what: problem.detail ?? 'This was refused.', next: 'Nothing was changed.', retry: false };

/** A status says all that is to say, unless a rule of a service said no with a sentence of its own. */
const isGeneral = ({ status, code, detail }: Problem): boolean =>
  ![403, 404].includes(status) || detail === undefined || ['FORBIDDEN', 'NOT_FOUND'].includes(code);

/** What a failure to show something leaves to do: nothing was changed, and nothing has to be said about that. */
const whenShowing = (error: Problem, words: Words): string => {
  if (error.status === 0 || error.status === 401) return words.next;
  if (error.status === 403) return 'The administrator of your facility gives roles.';
  return words.retry ? 'Try again in a moment.' : '';
};

/** A failure to show something, in words. */
export const inWordsWhenShowing = (error: unknown): Words => {
  const words = inWords(error);
  return error instanceof Problem ? { ...words, next: whenShowing(error, words) } : words;
};

/** Every failure in words: by its code, else by its status, else as the service said it. */
export const inWords = (error: unknown): Words => {
  if (!(error instanceof Problem)) return { what: 'This page could not show what it got.', next: 'Load it again.', retry: true };
  const known = byCode[error.code];
  if (known) return { ...known, what: error.detail ?? known.what };
  const general = byStatus[error.status];
  return general && isGeneral(error) ? general : other(error);
};
