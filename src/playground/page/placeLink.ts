/** Links and mentions that lead to a place in this very server: they open it here, and not on Discord. */
import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Scene } from "../protocol.ts";
import { channelName, signOf } from "./people.ts";

/** A channel, and perhaps a message in it, by id. */
export interface PlaceLink {
  channel: string;
  message?: string;
}

/** Gives the place that an address of a message or channel on Discord stands for, when it is one that the reader sees. */
export function placeOf(address: string, scene: Scene): PlaceLink | undefined {
  const [, guild, channel, message] = /^https:\/\/(?:[a-z]+\.)?discord\.com\/channels\/(\d{1,20}|@me)\/(\d{1,20})(?:\/(\d{1,20}))?$/.exec(address) ?? [];
  const here = guild === scene.guild.id || guild === "@me";
  if (!here || channel === undefined || !scene.channels.some(({ id }) => id === channel)) return undefined;
  return message === undefined ? { channel } : { channel, message };
}

/** Gives the words for a place whose link has none but its own address: "#general › message". */
export function placeName({ channel: id, message }: PlaceLink, scene: Scene): string {
  const channel = scene.channels.find((each) => each.id === id);
  const name = channel ? `${signOf(channel)}${channelName(channel, scene.me.user)}` : "a channel";
  return message === undefined ? name : `${name} › message`;
}

/** Shows what opens a place. The page listens for "open-place". */
export function placeLink(place: PlaceLink, content: unknown, look = "link"): TemplateResult {
  return html`<button type="button" class=${look} @click=${(event: Event) => follow(event, place)}>${content}</button>`;
}

function follow({ currentTarget }: Event, detail: PlaceLink): void {
  currentTarget?.dispatchEvent(new CustomEvent("open-place", { detail, bubbles: true, composed: true }));
}
