import { pino, type DestinationStream, type Logger, type LoggerOptions } from "pino";
import pretty from "pino-pretty";

export type Log = Logger;

/**
 * The log: one line an event, as JSON, or readable when a person is looking at a terminal. What is logged of an error is
 * what happened and where; never the request, whose address holds an interaction's token and whose body what people typed.
 *
 * @param level the least that is written: debug, info, warn or error
 * @param destination where to write instead of standard output
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options: LoggerOptions = {
    level,
    base: undefined,
    redact: { paths: ["token", "*.token"], censor: "(secret)" },
    serializers: { error: describeError },
  };
  if (destination) return pino(options, destination);
  return process.stdout.isTTY
    ? pino(options, pretty({ singleLine: true, translateTime: "SYS:HH:MM:ss", sync: true }))
    : pino(options);
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { code, status } = error as { code?: unknown; status?: unknown };
  return { name: error.name, message: error.message, code, status, stack: error.stack, cause: error.cause && describeError(error.cause) };
}
