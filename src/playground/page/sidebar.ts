/** What stands at the left: the rail, the channels, and who one is. */
import { ChannelType } from "discord-api-types/v10";
import type { APIChannel } from "discord-api-types/v10";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Scene, Seat } from "../protocol.ts";
import { avatarOf, channelName, initialPicture, localAddress, nameOf, signOf } from "./people.ts";
import type { State } from "./state.ts";
import { timePanel } from "./timePanel.ts";
import type { TimeActions } from "./timePanel.ts";

export interface SidebarActions extends TimeActions {
  open(channel: string): Promise<void>;
  sit(user: string): Promise<unknown>;
}

/** Shows the sidebar; in a narrow window it lies over the messages while it is unfolded. */
export function sidebar(state: State, scene: Scene, actions: SidebarActions): TemplateResult {
  return html`<div class="sidebar ${state.listOpen ? "unfolded" : ""}" id="sidebar">
    ${rail(state, scene, actions)}
    <div class="list">
      <h2 class="server-name">${scene.guild.name}</h2>
      <nav aria-label="Channels">
        <h3>Text channels</h3>
        ${scene.channels.filter((channel) => !isDirect(channel)).map((channel) => channelButton(channel, state, scene, actions))}
        <h3>Direct messages</h3>
        ${scene.channels.filter(isDirect).map((channel) => channelButton(channel, state, scene, actions))}
      </nav>
      ${timePanel(state, scene, actions)}${seats(scene, actions)}
    </div>
  </div>`;
}

/** Whether a channel is a direct message. */
export function isDirect({ type }: APIChannel): boolean {
  return type === ChannelType.DM || type === ChannelType.GroupDM;
}

function rail(state: State, scene: Scene, actions: SidebarActions): TemplateResult {
  const button = (label: string, picture: string, channel: APIChannel | undefined, here: boolean): TemplateResult | typeof nothing =>
    channel
      ? html`<button type="button" aria-label=${label} title=${label} aria-current=${here} @click=${() => actions.open(channel.id)}>
          <img src=${picture} alt="" />
        </button>`
      : nothing;
  const direct = scene.channels.find(isDirect);
  const current = scene.channels.find(({ id }) => id === state.channel);
  const inDirect = current !== undefined && isDirect(current);
  const bot = scene.users.find((user) => user.bot);
  return html`<div class="rail" role="group" aria-label="Places">
    ${button("Direct messages", bot ? avatarOf(bot) : initialPicture("@", 235), direct, inDirect)}
    <hr />
    ${button(
      scene.guild.name,
      localAddress(scene.guild.icon) ?? initialPicture(scene.guild.name, 350),
      scene.channels.find((channel) => !isDirect(channel)),
      !inDirect,
    )}
  </div>`;
}

function channelButton(channel: APIChannel, state: State, scene: Scene, actions: SidebarActions): TemplateResult {
  const name = channelName(channel, scene.me.user);
  const unread = state.unread.includes(channel.id);
  const direct = isDirect(channel);
  const sign = signOf(channel);
  const label = { "#": `#${name}`, "@": `Direct message: ${name}`, "↳": `Thread: ${name}` }[sign];
  const bot = direct ? scene.users.find((user) => user.bot) : undefined;
  return html`<button
    type="button"
    class="channel ${unread ? "unread" : ""} ${sign === "↳" ? "thread" : ""}"
    aria-label="${label}${unread ? ", unread" : ""}"
    aria-current=${channel.id === state.channel ? "page" : "false"}
    @click=${() => actions.open(channel.id)}
  >
    ${bot ? html`<img src=${avatarOf(bot)} alt="" />` : html`<span class="hash" aria-hidden="true">${sign}</span>`}
    <span class="name">${name}</span>
    ${unread ? html`<span class="dot" aria-hidden="true"></span>` : nothing}
  </button>`;
}

function seats(scene: Scene, actions: SidebarActions): TemplateResult {
  return html`<fieldset class="seats">
    <legend>You are</legend>
    ${scene.seats.map((seat) => seatChoice(seat, seat.user.id === scene.me.user.id, actions))}
  </fieldset>`;
}

function seatChoice({ user, moderator }: Seat, chosen: boolean, actions: SidebarActions): TemplateResult {
  return html`<label class="seat">
    <input type="radio" name="seat" .checked=${chosen} @change=${() => actions.sit(user.id)} />
    <img src=${avatarOf(user)} alt="" />
    <span class="name">${nameOf(user)} <small>${moderator ? "moderator" : "member"}</small></span>
  </label>`;
}
