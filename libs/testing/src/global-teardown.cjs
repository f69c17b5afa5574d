/** Ends what the run has started, and only that. */
module.exports = async () => {
  await globalThis.osteonStarter?.stop();
};
