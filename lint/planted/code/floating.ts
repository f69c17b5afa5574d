const later = async (): Promise<string> => 'later';

export const forget = (): void => {
  later();
};
