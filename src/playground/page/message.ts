/** One message of the log. */
import { MessageFlags, MessageType } from "discord-api-types/v10";
import { html, nothing, svg } from "lit";
import type { TemplateResult } from "lit";
import type { Scene, SeenMessage } from "../protocol.ts";
import { attachment } from "./attachment.ts";
import { components } from "./components.ts";
import type { Pressing } from "./components.ts";
import { embed } from "./embed.ts";
import { markdown, plainText } from "./markdownView.ts";
import type { Spot } from "./messageMenu.ts";
import { avatarOf, nameOf } from "./people.ts";
import { placeLink } from "./placeLink.ts";
import { clockOf, messageTime, timeOfDay } from "./times.ts";

/** Messages of one author within this time stand together, in milliseconds. */
const groupedFor = 7 * 60_000;

/** About how wide a menu is, in pixels: below a button, it ends where the button does. */
const menuWidth = 220;

const eye = html`<svg class="eye" viewBox="0 0 16 16" aria-hidden="true">
  ${svg`<path d="M8 3C4.5 3 2 5.8 1 8c1 2.2 3.5 5 7 5s6-2.8 7-5c-1-2.2-3.5-5-7-5Zm0 8a3 3 0 1 1 0-6 3 3 0 0 1 0 6Zm0-1.6a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8Z" />`}
</svg>`;

/** What a message needs to know besides itself. */
export interface MessageContext extends Pressing {
  scene: Scene;
  /** The message above, which may be of the same author. */
  previous: SeenMessage | undefined;
  /** Finds a message of the same channel, if it was read. */
  find(id: string): SeenMessage | undefined;
  failure: string | undefined;
  dismiss(): Promise<unknown>;
  /** Opens the message's menu; there is none where no app has anything to offer. */
  openMenu: ((spot: Spot) => void) | undefined;
}

/** Shows a message. Its role is article, as its place is a log. */
export function showMessage(message: SeenMessage, context: MessageContext): TemplateResult {
  const { author } = message;
  const sent = new Date(message.timestamp);
  const clock = clockOf(context.scene);
  const grouped = belongsTo(message, context.previous);
  const ephemeral = message.ephemeral === true || has(message, MessageFlags.Ephemeral);
  const thinking = has(message, MessageFlags.Loading);
  const openMenu = thinking ? undefined : context.openMenu;
  return html`<discord-message
    role="article"
    id="message-${message.id}"
    aria-label="${nameOf(author)}, ${messageTime(sent, clock)}"
    class="${grouped ? "grouped" : ""} ${ephemeral ? "ephemeral" : ""}"
    author=${nameOf(author)}
    avatar=${avatarOf(author)}
    role-color=${roleColor(message, context.scene)}
    timestamp=${grouped ? timeOfDay(sent, clock) : messageTime(sent, clock) + (has(message, MessageFlags.SuppressNotifications) ? " • silent" : "")}
    ?highlight=${pings(message, context.scene)}
    ?bot=${author.bot === true}
    ?edited=${message.edited_timestamp !== null && message.content !== ""}
    ?message-body-only=${grouped}
    @contextmenu=${openMenu ? (event: MouseEvent) => rightClick(event, openMenu) : nothing}
  >
    ${above(message, context)}
    ${thinking
      ? html`<span class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${nameOf(author)} is thinking…</span>`
      : html`<span class="markup">${markdown(message.content, context.scene)}</span>`}
    ${openMenu
      ? html`<button type="button" class="actions" aria-label="More" title="More" aria-haspopup="menu" @click=${(event: Event) => below(event, openMenu)}>
          <span aria-hidden="true">⋯</span>
        </button>`
      : nothing}
    ${message.attachments.length > 0
      ? html`<discord-attachments slot="attachments">${message.attachments.map(attachment)}</discord-attachments>`
      : nothing}
    ${message.embeds.map((each) => embed(each, context.scene))}
    ${components(message.components ?? [], context.scene, context)}
    ${message.thread
      ? html`<p slot="components" class="thread-link">${placeLink({ channel: message.thread.id }, html`<span aria-hidden="true">↳ </span>Thread: ${message.thread.name}`)}</p>`
      : nothing}
    ${context.failure ? html`<p slot="components" class="failure" role="alert">${context.failure}</p>` : nothing}
    ${ephemeral
      ? html`<p slot="components" class="only-you">
          ${eye} Only you can see this •
          <button type="button" class="link" @click=${() => context.dismiss()}>Dismiss message</button>
        </p>`
      : nothing}
  </discord-message>`;
}

/** Opens the menu where the mouse is, or below what has the focus when a key asked for it. Who has marked words wants the browser's own, to copy them. */
function rightClick(event: MouseEvent, openMenu: (spot: Spot) => void): void {
  if (getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  openMenu({ x: event.clientX, y: event.clientY });
}

/** Opens the menu below a button. */
function below({ currentTarget }: Event, openMenu: (spot: Spot) => void): void {
  const { right, bottom } = (currentTarget as HTMLElement).getBoundingClientRect();
  openMenu({ x: right - menuWidth, y: bottom + 4 });
}

/** Whether a message goes on where the one above ended, with no need to name its author again. */
function belongsTo(message: SeenMessage, previous: SeenMessage | undefined): boolean {
  if (!previous || previous.author.id !== message.author.id || message.interaction || message.message_reference) return false;
  if ((previous.ephemeral ?? false) !== (message.ephemeral ?? false)) return false;
  return new Date(message.timestamp).getTime() - new Date(previous.timestamp).getTime() < groupedFor;
}

/** Whether a message calls the reader: by name, by a role, or with everybody. */
function pings({ mentions, mention_roles: roles, mention_everyone: everyone }: SeenMessage, { me }: Scene): boolean {
  return everyone || mentions.some(({ id }) => id === me.user.id) || roles.some((id) => me.roles.includes(id));
}

function has(message: SeenMessage, flag: MessageFlags): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}

/** What stands above a message: who used which command, or which message it replies to. */
function above(message: SeenMessage, context: MessageContext): TemplateResult | typeof nothing {
  const used = message.interaction;
  if (used && (message.type === MessageType.ChatInputCommand || message.type === MessageType.ContextMenuCommand)) {
    return html`<discord-command slot="reply" author=${nameOf(used.user)} avatar=${avatarOf(used.user)} command=${used.name}></discord-command>`;
  }
  if (!message.message_reference) return nothing;
  // Null means that it was deleted; without it, Discord leaves finding it to the reader.
  const replied = message.referenced_message === undefined ? context.find(message.message_reference.message_id ?? "") : message.referenced_message;
  const [first] = replied?.embeds ?? [];
  const words = replied ? replied.content || first?.title || first?.description || "An attachment" : "";
  if (!replied) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  return html`<discord-reply
    slot="reply"
    author=${nameOf(replied.author)}
    avatar=${avatarOf(replied.author)}
    ?bot=${replied.author.bot === true}
    ?attachment=${replied.attachments.length > 0}
    >${plainText(words, context.scene)}</discord-reply
  >`;
}

/** The colour of the highest coloured role, where the message tells which roles its author has. */
function roleColor(message: SeenMessage, scene: Scene): string {
  const held = "member" in message ? ((message.member as { roles?: string[] }).roles ?? []) : [];
  const colored = scene.guild.roles.filter(({ id, color }) => color > 0 && held.includes(id));
  const [highest] = colored.sort((a, b) => b.position - a.position);
  return highest ? `#${highest.color.toString(16).padStart(6, "0")}` : "";
}
