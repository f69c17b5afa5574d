import { spawn } from 'node:child_process';

/**
 * Ends another process when this one is gone, however it ended, and removes its folder: a killed run leaves nothing behind.
 * Returns how to call the watch off.
 */
export const endWithThisProcess = (pid: number, signal: 'QUIT' | 'TERM', folder: string): (() => void) => {
  // The pipe to the watch closes with this process; only then does cat come to its end.
  const script = 'cat >/dev/null; kill -"$1" "$2"; while kill -0 "$2" 2>/dev/null; do sleep 0.1; done; rm -rf "$3"';
  const watch = spawn('sh', ['-c', script, 'watch', signal, String(pid), folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watch.unref();
  return () => void watch.kill('SIGKILL');
};
