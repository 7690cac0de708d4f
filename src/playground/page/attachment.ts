/** A file that came with a message: an image is shown, any other file is a link. */
import type { APIAttachment } from "discord-api-types/v10";
import { html } from "lit";
import type { TemplateResult } from "lit";

const images = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);

/** Shows an attachment. */
export function attachment({ filename, url, content_type: type, size, description, width, height }: APIAttachment): TemplateResult {
  if (images.has(type?.split(";")[0] ?? "")) {
    return html`<a class="picture" href=${url} target="_blank" rel="noopener noreferrer" aria-label="Open ${filename}">
      <img src=${url} alt=${description ?? filename} style=${width && height ? `aspect-ratio: ${width} / ${height}` : ""} />
    </a>`;
  }
  const { amount, unit } = fileSize(size);
  return html`<discord-file-attachment
    name=${filename}
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    bytes=${amount}
    bytes-unit=${unit}
  ></discord-file-attachment>`;
}

/** Gives a size in bytes as a short number and its unit. */
export function fileSize(bytes: number): { amount: number; unit: string } {
  if (bytes < 1024) return { amount: bytes, unit: bytes === 1 ? "byte" : "bytes" };
  const megabytes = bytes / 1024 ** 2;
  return megabytes < 1 ? { amount: rounded(bytes / 1024), unit: "KB" } : { amount: rounded(megabytes), unit: "MB" };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
