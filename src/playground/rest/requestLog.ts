/** What was asked of the API lately, for tests to look at, and what it was asked for in vain. */

/** How many requests are remembered. */
const REMEMBERED = 2000;

export interface LoggedRequest {
  method: string;
  /** Without /api and the version, such as /channels/1/messages. */
  path: string;
  /** Absent while it is under way, and when the wire was cut. */
  status?: number;
}

export class RequestLog {
  readonly requests: LoggedRequest[] = [];
  /** Routes that the playground lacks, each as "POST /api/v10/…". */
  readonly missing: string[] = [];

  /** Puts a request down; `close` adds its status and passes its response on. */
  open(method: string, path: string): { path: string; close: (response: Response | undefined, status?: number) => Response | undefined } {
    const entry: LoggedRequest = { method, path };
    this.requests.push(entry);
    if (this.requests.length > REMEMBERED) this.requests.shift();
    const close = (response: Response | undefined, status?: number): Response | undefined => {
      if (status !== undefined) entry.status = status;
      return response;
    };
    return { path, close };
  }

  /** Puts a route down that isn't there, and says so on standard error. */
  missed(method: string, path: string): void {
    this.missing.push(`${method} ${path}`);
    process.stderr.write(`playground: there is no ${method} ${path} here\n`);
  }
}
