/** Ends the platform of the run, and only that. */
module.exports = async () => {
  globalThis.osteonPlatform?.child.stdin.end();
  await globalThis.osteonPlatform?.ended;
};
