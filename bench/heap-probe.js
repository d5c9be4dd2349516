/**
 * Lets a measured server tell how much its heap holds after a full collection, whenever it is asked. Loaded before the
 * server: `node --expose-gc --import ./bench/heap-probe.js dist/main.js`.
 */
process.on('message', () => {
  globalThis.gc();
  process.send(process.memoryUsage().heapUsed);
});
// A server that is stopped must not wait for the next question.
process.channel.unref();
