import { connect } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** Where all of them receive: what came is taken out of it before another one reads. */
const received = Buffer.alloc(64 * 1024);

/** One kept-alive HTTP/1.1 connection, a request at a time: a client that costs little, since it shares the machine with the hub. */
export class Wire {
  #socket;
  #received = Buffer.alloc(0);
  #answered = { resolve: () => undefined, reject: () => undefined };

  constructor(host, port) {
    const callback = (length) => {
      this.#receive(Buffer.from(received.subarray(0, length)));
      return true;
    };
    this.#socket = connect({ host, port, noDelay: true, onread: { buffer: received, callback } });
    this.#socket.on('error', (error) => this.#answered.reject(error));
    this.#socket.on('close', () => this.#answered.reject(new Error('the hub closed the connection')));
  }

  /** Sends a request that is written out already; gives status and body. */
  send(text) {
    return new Promise((resolve, reject) => {
      this.#answered = { resolve, reject };
      this.#socket.write(text);
    });
  }

  close() {
    this.#socket.removeAllListeners('close');
    this.#socket.destroy();
  }

  #receive(bytes) {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes]);
    const end = this.#received.indexOf(END_OF_HEAD);
    if (end === -1) return;
    const head = this.#received.latin1Slice(0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const from = end + END_OF_HEAD.length;
    if (this.#received.length < from + length) return;
    const body = this.#received.utf8Slice(from, from + length);
    this.#received = this.#received.subarray(from + length);
    this.#answered.resolve({ status: Number(head.slice(9, 12)), body });
  }
}

/** A request as it goes over the wire. */
export const written = (method, path, token, body, key) => {
  const text = body === undefined ? '' : JSON.stringify(body);
  const head = [`${method} ${path} HTTP/1.1`, 'host: bench', `authorization: Bearer ${token}`];
  if (key !== undefined) head.push(`idempotency-key: ${key}`);
  if (body !== undefined) head.push('content-type: application/json', `content-length: ${Buffer.byteLength(text)}`);
  return `${head.join('\r\n')}\r\n\r\n${text}`;
};
