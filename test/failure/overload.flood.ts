import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** A request of a flood. */
export interface FloodRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** How it was answered. */
export interface FloodAnswer {
  readonly status: number;
  readonly ms: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends one request over the agent's connections. */
export const sendThrough = (agent: Agent, address: string, { method, path, headers, body = '' }: FloodRequest): Promise<FloodAnswer> =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const sent = request(
      `${address}${path}`,
      { agent, method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (answer) => {
        const parts: string[] = [];
        answer.setEncoding('utf8').on('data', (text: string) => parts.push(text));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, ms: performance.now() - startedAt, headers: answer.headers, body: parts.join('') }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

/** Sends so many requests over so many connections, each as soon as its connection is free. */
export const flood = async (
  address: string,
  { connections, requests }: { readonly connections: number; readonly requests: number },
  make: (index: number) => FloodRequest,
): Promise<readonly FloodAnswer[]> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers: FloodAnswer[] = [];
  let next = 0;
  const sendOn = async (): Promise<void> => {
    while (next < requests) {
      next += 1;
      answers.push(await sendThrough(agent, address, make(next)));
    }
  };
  await Promise.all(Array.from({ length: connections }, sendOn));
  agent.destroy();
  return answers;
};
