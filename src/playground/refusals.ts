/** How Discord says no: an HTTP status, a JSON error code and, for a malformed body, where it is malformed. */

/** One thing wrong with a body: the path to it, and Discord's code and message for it. */
export interface FormFlaw {
  path: (string | number)[];
  code: string;
  message: string;
}

/** Thrown wherever Discord would refuse; the REST layer turns it into the answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly flaws: FormFlaw[];

  constructor(status: number, code: number, message: string, flaws: FormFlaw[] = []) {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.flaws = flaws;
  }

  /** The body as Discord words it: `{code, message}`, with `errors` nested along the path of every flaw. */
  body(): { code: number; message: string; errors?: object } {
    const { code, message } = this;
    return this.flaws.length === 0 ? { code, message } : { code, message, errors: nest(this.flaws) };
  }

  /** One line with every flaw, for people who read it in a test or in a log. */
  explain(): string {
    const flaws = this.flaws.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
    return [this.message, ...flaws].join(" | ");
  }
}

interface Nested {
  [key: string]: Nested | { code: string; message: string }[] | undefined;
}

function nest(flaws: FormFlaw[]): Nested {
  const root: Nested = {};
  for (const { path, code, message } of flaws) {
    let place = root;
    for (const step of path) place = (place[String(step)] ??= {}) as Nested;
    const errors = (place["_errors"] ??= []);
    if (Array.isArray(errors)) errors.push({ code, message });
  }
  return root;
}

/** The refusals of this Discord, with the statuses and codes of the real one (Discord's "Opcodes and status codes"). */
export const refuse = {
  unauthorized: () => new Refusal(401, 0, "401: Unauthorized"),
  unknownApplication: () => new Refusal(404, 10_002, "Unknown Application"),
  unknownChannel: () => new Refusal(404, 10_003, "Unknown Channel"),
  unknownGuild: () => new Refusal(404, 10_004, "Unknown Guild"),
  unknownMember: () => new Refusal(404, 10_007, "Unknown Member"),
  unknownMessage: () => new Refusal(404, 10_008, "Unknown Message"),
  unknownUser: () => new Refusal(404, 10_013, "Unknown User"),
  unknownWebhook: () => new Refusal(404, 10_015, "Unknown Webhook"),
  unknownInteraction: () => new Refusal(404, 10_062, "Unknown interaction"),
  unknownCommand: () => new Refusal(404, 10_063, "Unknown application command"),
  unknownCommandPermissions: () => new Refusal(404, 10_066, "Unknown application command permissions"),
  tooManyCommands: (most: number) => new Refusal(400, 30_032, `Maximum number of application commands reached (${most}).`),
  tooLarge: () => new Refusal(413, 40_005, "Request entity too large"),
  alreadyAcknowledged: () => new Refusal(400, 40_060, "Interaction has already been acknowledged."),
  missingAccess: () => new Refusal(403, 50_001, "Missing Access"),
  notYourMessage: () => new Refusal(403, 50_005, "Cannot edit a message authored by another user"),
  emptyMessage: () => new Refusal(400, 50_006, "Cannot send an empty message"),
  missingPermissions: () => new Refusal(403, 50_013, "Missing Permissions"),
  wrongChannelType: () => new Refusal(400, 50_024, "Cannot execute action on this channel type"),
  invalidWebhookToken: () => new Refusal(401, 50_027, "Invalid Webhook Token"),
  invalidForm: (...flaws: FormFlaw[]) => new Refusal(400, 50_035, "Invalid Form Body", flaws),
  archivedThread: () => new Refusal(400, 50_083, "Thread is archived"),
  invalidJson: () => new Refusal(400, 50_109, "The request body contains invalid JSON."),
  threadExists: () => new Refusal(400, 160_004, "A thread has already been created for this message"),
};
