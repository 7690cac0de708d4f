/** `npx tsx bench/parser/main.ts`: measures the parser, and prints a table in Markdown. */
import { cpus } from "node:os";
import { load } from "../figures.ts";
import { measureParser } from "./parser.ts";

const before = load();
console.log(`${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.versions.node}\n\n${measureParser()}\n\nMachine's load ${before} before, ${load()} after.`);
