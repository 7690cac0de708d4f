/** Files on their way into a message or a command. */
import type { PageFile } from "../protocol.ts";

/** Discord's limit for one file without a subscription, in bytes. */
export const largestFile = 10 * 1024 ** 2;
/** Discord's limit of files in one message. */
export const mostFiles = 10;

/** Gives the files of a choice that may join those already there, and what to say when some may not. */
export function joinFiles(there: File[], added: File[]): { files: File[]; refused?: string } {
  const fitting = added.filter(({ size }) => size <= largestFile);
  const files = [...there, ...fitting].slice(0, mostFiles);
  if (fitting.length < added.length) return { files, refused: "Your files are too powerful: 10 MB is the most for one file." };
  if (there.length + fitting.length > mostFiles) return { files, refused: `A message takes at most ${mostFiles} files.` };
  return { files };
}

/** Reads a file into the form in which it is sent. Rejects when the browser cannot read it. */
export async function readFile(file: File): Promise<PageFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let start = 0; start < bytes.length; start += 0x8000) binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return { name: file.name, type: file.type || "application/octet-stream", base64: btoa(binary) };
}
