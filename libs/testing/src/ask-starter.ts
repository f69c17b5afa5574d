/** What the run's starter answers for a part, once it is up. Throws outside of an integration or e2e test. */
export const askStarter = async <T>(part: 'postgres' | 'kafka'): Promise<T> => {
  const url = process.env.OSTEON_TEST_STARTER;
  if (url === undefined) throw new Error(`${part} is for *.int.spec.ts and e2e tests: this run has no starter`);
  const response = await fetch(`${url}/${part}`);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${part} did not start: ${JSON.stringify(answer)}`);
  return answer as T;
};
