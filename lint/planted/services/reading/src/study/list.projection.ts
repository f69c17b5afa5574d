export const list = 'a list';
