export const study = 'a study';
