/** Files that people and the bot send, kept while the playground is open. */
import type { APIAttachment } from "discord-api-types/v10";
import { isUtf8 } from "node:buffer";
import type { World } from "./world.ts";

/** What Discord lets anyone attach to a message: 10 MiB a file. */
export const FILE_LIMIT = 10 * 1024 * 1024;

/** A file as it is sent and kept. */
export interface StoredFile {
  name: string;
  /** Its media type, as the sender says. */
  type: string;
  bytes: Uint8Array;
}

/** Media types by the end of a file's name, which is all that Discord goes by: it doesn't heed what the sender says. */
const TYPES: Record<string, string> = {
  txt: "text/plain",
  md: "text/markdown",
  html: "text/html",
  htm: "text/html",
  vtt: "text/vtt",
  srt: "application/x-subrip",
  csv: "text/csv",
  json: "application/json",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

/** The type of a file by its name, with the encoding of a text that is plainly UTF-8. What the sender said, where the name says nothing. */
function typeOf({ name, type, bytes }: StoredFile): string {
  const known = TYPES[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? type;
  return known.startsWith("text/") && !known.includes(";") && isUtf8(bytes) ? `${known}; charset=utf-8` : known;
}

/** Keeps a file under a channel's or a person's id, and describes it as Discord does. */
export function storeFile(world: World, owner: string, file: StoredFile): APIAttachment {
  const { name, bytes } = file;
  const type = typeOf(file);
  const id = world.ids.next();
  const filename = name.replaceAll(/[^\p{L}\p{N}._-]/gu, "_");
  const path = `/attachments/${owner}/${id}/${encodeURIComponent(filename)}`;
  world.files.set(path, { name: filename, type, bytes });
  const url = world.url + path;
  return { id, filename, size: bytes.byteLength, url, proxy_url: url, content_type: type };
}
