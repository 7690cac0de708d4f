/** One interaction: what someone did, how far the bot's answer to it has come, and who waits for that. */
import type { InteractionType } from "discord-api-types/v10";
import { randomBytes } from "node:crypto";
import type { Choice } from "./payloads/callbacks.ts";
import type { ModalPayload } from "./payloads/modals.ts";
import type { Place } from "./world.ts";

/** What came of an interaction. A message is named by its id. */
export type Acknowledgement =
  | { kind: "message"; message: string }
  | { kind: "choices"; choices: Choice[] }
  | { kind: "modal"; modal: ModalPayload }
  | { kind: "late" };

/** What someone did that the bot must answer. */
export interface Act {
  type: InteractionType;
  user: string;
  place: Place;
  /** The name of the command, for the line above its answer. */
  name?: string;
  /** The message from whose menu the command was run. */
  target?: string;
  /** The message that a component, or the modal it opened, belongs to. */
  source?: string;
  numeric?: boolean;
}

export class Interaction {
  readonly act: Act;
  readonly id: string;
  readonly token = randomBytes(96).toString("base64url");
  readonly opened: number;
  /** The message that "@original" stands for. */
  original?: string;
  state: "waiting" | "deferred" | "answered" | "late" = "waiting";
  /** Resolves at the first answer, or when three seconds are over. */
  readonly acknowledged: Promise<Acknowledgement>;
  /** Resolves when a deferred answer is there, too. */
  readonly complete: Promise<void>;
  acknowledge!: (acknowledgement: Acknowledgement) => void;
  finish!: () => void;

  constructor(act: Act, id: string, opened: number) {
    this.act = act;
    this.id = id;
    this.opened = opened;
    this.acknowledged = new Promise((resolve) => (this.acknowledge = resolve));
    this.complete = new Promise((resolve) => (this.finish = resolve));
  }
}
