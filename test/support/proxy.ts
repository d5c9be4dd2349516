import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a program and a server, as a network does: it may be slow, lead elsewhere, or swallow everything. */
export interface TcpProxy {
  readonly port: number;
  /** Where new connections lead. */
  target: number;
  /** How long bytes are on their way, in each direction. */
  delayMs: number;
  /** Nothing arrives any more, and nobody is told. */
  swallows: boolean;
  /** Ends all connections. */
  cut(): void;
  close(): Promise<void>;
}

export async function startProxy(target: number): Promise<TcpProxy> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, near => {
    const far = connect({ port: proxy.target, host: '127.0.0.1', noDelay: true });
    pass(near, far);
    pass(far, near);
  });
  const pass = (from: Socket, to: Socket) => {
    open.add(from);
    from.on('error', () => {});
    from.on('data', bytes => {
      if (!proxy.swallows) setTimeout(() => to.writable && to.write(bytes), proxy.delayMs);
    });
    from.on('close', () => {
      open.delete(from);
      setTimeout(() => to.destroy(), proxy.delayMs);
    });
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: TcpProxy = {
    port: (server.address() as AddressInfo).port,
    target,
    delayMs: 0,
    swallows: false,
    cut: () => {
      for (const socket of open) socket.destroy();
    },
    close: async () => {
      proxy.cut();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}
