/** What is wrong with a request that never came to the app, by its status. */
export const REFUSALS = {
  400: "The request is not HTTP/1.1, or its head is malformed.",
  408: "The request did not arrive in time.",
  417: "The only expectation that can be met is 100-continue.",
  431: "The head of the request is too large.",
} as const;
export type RefusalStatus = keyof typeof REFUSALS;

/** Answers a request that the app is not asked about. */
export type Refuse = (status: RefusalStatus) => Promise<Response>;

/** Why the parser gave up, as node's server tells it. */
export function statusOf(code: string | undefined): RefusalStatus {
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

/** A response as it goes over a connection, which is closed behind it. */
export async function serialize(response: Response): Promise<string> {
  const body = await response.text();
  const headers = [
    ...response.headers,
    ["connection", "close"],
    ["content-length", String(new TextEncoder().encode(body).length)],
  ];
  const { status, statusText } = response;
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${statusText}\r\n${lines.join("")}\r\n${body}`;
}
