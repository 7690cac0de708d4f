/** A permission that a post may need, by Discord's name for its bit. */
export type NeededPermission =
  | "ViewChannel"
  | "SendMessages"
  | "SendMessagesInThreads"
  | "EmbedLinks"
  | "ReadMessageHistory"
  | "CreatePublicThreads"
  | "MentionEveryone";

/** What keeps a post from its channel, for as long as nobody mends it. */
export type Refusal =
  | { kind: "permissions"; missing: NeededPermission[] }
  | { kind: "channelGone" }
  | { kind: "channelArchived" }
  /** The channel is of a kind that takes no messages. */
  | { kind: "channelKind" }
  /** The bot was removed from the server. */
  | { kind: "left" }
  /** Discord said no for a reason of its own: its code and words. */
  | { kind: "other"; code: number; words: string };
