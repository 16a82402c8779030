// `node docker/healthcheck.mjs API_PORT`: is the process on the port in that setting alive?
// Whether it is ready, too, is a question of the proxy: a process is not to be killed for a database that is away.
const port = process.env[process.argv[2]];
try {
  const answer = await fetch(`http://127.0.0.1:${port}/health/live`, { signal: AbortSignal.timeout(4000) });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
