export const makes = 1;
