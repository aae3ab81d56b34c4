import { type Socket, connect } from 'node:net';
import { once } from 'node:events';

/** A connection on which a test sends what it wants, byte by byte. */
export class RawConnection {
  private received = '';

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8').on('data', (text: string) => {
      this.received += text;
    });
    // A connection that the hub resets is closed like any other.
    socket.on('error', () => socket.destroy());
  }

  static async open(address: string): Promise<RawConnection> {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  send(bytes: string | Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Waits until what has come looks so. */
  async until(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.received)) {
      if (this.socket.closed) throw new Error('closed before the expected answer came');
      await Promise.race([once(this.socket, 'data'), once(this.socket, 'close')]);
    }
    return this.received;
  }

  /** Everything that comes until the hub closes the connection. */
  async untilClosed(): Promise<string> {
    if (!this.socket.closed) await once(this.socket, 'close');
    return this.received;
  }

  close(): void {
    this.socket.destroy();
  }
}

/** A request as bytes; the body as it is, its length in front. */
export const requestBytes = (line: string, headers: Readonly<Record<string, string>>, body: string | Uint8Array = ''): Uint8Array => {
  const lines = Object.entries({ host: 'hub', 'content-length': String(Buffer.byteLength(body)), ...headers });
  const head = [`${line} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`)].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body)]);
};
