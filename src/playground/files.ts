/** Files that people and the bot send, kept while the playground is open. */
import type { APIAttachment } from "discord-api-types/v10";
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

/** Keeps a file under a channel's or a person's id, and describes it as Discord does. */
export function storeFile(world: World, owner: string, { name, type, bytes }: StoredFile): APIAttachment {
  const id = world.ids.next();
  const filename = name.replaceAll(/[^\p{L}\p{N}._-]/gu, "_");
  const path = `/attachments/${owner}/${id}/${encodeURIComponent(filename)}`;
  world.files.set(path, { name: filename, type, bytes });
  const url = world.url + path;
  return { id, filename, size: bytes.byteLength, url, proxy_url: url, content_type: type };
}
