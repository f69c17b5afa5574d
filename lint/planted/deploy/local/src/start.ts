export const start = 'started';
