/**
 * Lets a measured server tell how long its event loop was busy at the most since it was last asked. Loaded before the
 * server: `node --import ./bench/stall-probe.js dist/main.js`.
 */
const EVERY_MS = 5;

let longest = { ms: 0, cpuMs: 0 };
let [at, cpu] = [performance.now(), process.cpuUsage()];

setInterval(() => {
  const { user, system } = process.cpuUsage(cpu);
  const [ms, cpuMs] = [performance.now() - at - EVERY_MS, (user + system) / 1000];
  longest = { ms: Math.max(longest.ms, ms), cpuMs: Math.max(longest.cpuMs, cpuMs) };
  [at, cpu] = [performance.now(), process.cpuUsage()];
}, EVERY_MS).unref();

process.on('message', () => {
  process.send(longest);
  longest = { ms: 0, cpuMs: 0 };
});
// A server that is stopped must not wait for the next question.
process.channel.unref();
