/**
 * Today's dark theme for the Discord components, whose own colours are some years older.
 *
 * Their styles live inside shadow roots, so ours join theirs before the first element is made.
 */
import {
  DiscordCommand,
  DiscordEmbed,
  DiscordEmbedFields,
  DiscordEmbedFooter,
  DiscordFileAttachment,
  DiscordMention,
  DiscordMessage,
  DiscordMessages,
  DiscordReply,
  DiscordTime,
} from "@skyra/discord-components-core";
import { css } from "lit";

/** Brings the components up to date. Called once, before anything is rendered. */
export function modernize(): void {
  DiscordMessages.elementStyles.push(css`
    :host { background: none; border: 0; color: var(--text); font-family: inherit; line-height: 1.375rem; }
    ::slotted(.grouped) { margin-top: 0 !important; }
  `);
  DiscordMessage.elementStyles.push(css`
    :host { color: var(--text); font-family: inherit; line-height: 1.375rem; min-width: 0; }
    .discord-message-inner { min-width: 0; position: static; }
    .discord-message-body { position: static; }
    .discord-message-inner-center { align-items: flex-start; }
    .discord-message-content { min-width: 0; line-height: 1.375rem; padding-top: 0; }
    .discord-message-timestamp, .discord-message-edited { color: var(--muted); }
    .discord-message-body-only-indent { flex: 0 0 56px; font-size: 11px; margin-left: 0; }
    .discord-author-avatar img { cursor: default; }
    .discord-message-edited { margin-left: 4px; }
    :host(:hover) { background-color: var(--hover); }
  `);
  DiscordEmbed.elementStyles.push(css`
    :host { color: var(--text); margin: 4px 0; font-size: 0.875rem; }
    .discord-left-border { background-color: var(--rail); }
    .discord-embed-root { flex: 0 1 auto; }
    .discord-embed-wrapper { background-color: var(--side) !important; border: 0 !important; max-width: 516px; min-width: min(120px, 100%); }
    .discord-embed-grid { min-width: 0; overflow-wrap: anywhere; }
    .discord-embed-image { max-width: min(400px, 100%) !important; }
    .discord-embed-media { margin-top: 12px !important; }
  `);
  DiscordEmbedFields.elementStyles.push(css`
    :host { grid-template-columns: repeat(12, minmax(0, 1fr)); }
    ::slotted(.half-1) { grid-column: 1/7; }
    ::slotted(.half-2) { grid-column: 7/13; }
    @media (max-width: 520px) { ::slotted(*), ::slotted([inline-index]) { grid-column: 1/13 !important; } }
  `);
  DiscordEmbedFooter.elementStyles.push(css`
    :host { color: var(--text); flex-wrap: wrap; }
    .discord-footer-separator { color: inherit !important; }
  `);
  DiscordMention.elementStyles.push(css`
    :host { background-color: var(--mention); color: #c9cdfb; }
  `);
  DiscordTime.elementStyles.push(css`
    :host, :host .discord-time { white-space: normal !important; }
  `);
  DiscordFileAttachment.elementStyles.push(css`
    .discord-file-attachment-mosaic-style { background-color: var(--side) !important; border-color: var(--rail) !important; }
    .discord-button-download-attachment { display: none !important; }
  `);
  for (const above of [DiscordReply, DiscordCommand]) {
    above.elementStyles.push(css`
      :host { color: var(--muted); font-family: inherit; min-width: 0; white-space: nowrap !important; gap: 4px; }
      :host::before { border-color: var(--line) !important; }
      .discord-replied-message-content { min-width: 0; overflow: hidden; text-overflow: ellipsis; }
      .discord-replied-message-avatar { margin-right: 0; }
      .discord-replied-message-username { margin-right: 0; opacity: 1; }
      .discord-slash-command-name { background-color: var(--mention) !important; color: #c9cdfb !important; }
    `);
  }
}
