import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface TcpProxy {
  /** On 127.0.0.1. */
  readonly port: number;
  /** From now on nobody gets through, and who is through is thrown out. */
  cut(): void;
  mend(): Promise<void>;
  /** From now on nothing comes through, and nobody is told: connections stay open, new ones are taken and never answered. */
  silence(): void;
  /** New connections get through again. Those that were silenced stay dead, as behind a router that forgot them. */
  speak(): void;
  /** From now on connections go to another server; those there are end. */
  redirect(serverUrl: string): void;
  close(): Promise<void>;
}

/** A way to a server, given by its URL, which a test can break and mend. */
export async function startTcpProxy(serverUrl: string): Promise<TcpProxy> {
  let target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  let isSilent = false;

  async function listen(port: number): Promise<number> {
    server = createServer((client) => {
      if (isSilent) {
        keep(client, client);
        return;
      }
      const upstream = connect(Number(target.port), target.hostname);
      for (const [socket, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        socket.pipe(other);
        keep(socket, other);
      }
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  function keep(socket: Socket, other: Socket): void {
    sockets.add(socket);
    socket.on('error', () => other.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      other.destroy();
    });
  }

  const port = await listen(0);
  const cut = () => {
    server?.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    cut,
    mend: async () => {
      await listen(port);
    },
    silence: () => {
      isSilent = true;
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    speak: () => {
      isSilent = false;
    },
    redirect: (url) => {
      target = new URL(url);
      for (const socket of sockets) socket.destroy();
    },
    close: async () => cut(),
  };
}

/** The same address, by way of the proxy. */
export function throughProxy(url: string, proxy: Pick<TcpProxy, 'port'>): string {
  const way = new URL(url);
  way.hostname = '127.0.0.1';
  way.port = String(proxy.port);
  return way.href;
}
