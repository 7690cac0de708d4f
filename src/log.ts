import { pino, type DestinationStream, type Logger, type LoggerOptions } from "pino";

export type Log = Logger;

/**
 * The log: one line an event, as JSON, or readable when a person is looking at a terminal. What is logged of an error is
 * what happened and where; never the request, whose address holds an interaction's token and whose body what people typed.
 *
 * @param level the least that is written: debug, info, warn or error
 * @param destination where to write instead of standard output
 */
export async function createLog(level: string, destination?: DestinationStream): Promise<Log> {
  const options: LoggerOptions = {
    level,
    base: undefined,
    redact: { paths: ["token", "*.token"], censor: "(secret)" },
    serializers: { error: describeError },
  };
  if (destination) return pino(options, destination);
  if (!process.stdout.isTTY) return pino(options);
  // Loaded only when somebody is looking: it costs a tenth of the memory.
  const { default: pretty } = await import("pino-pretty");
  return pino(options, pretty({ singleLine: true, translateTime: "SYS:HH:MM:ss", sync: true }));
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { code, status } = error as { code?: unknown; status?: unknown };
  return { name: error.name, message: error.message, code, status, stack: error.stack, cause: error.cause && describeError(error.cause) };
}
