/** A process that adds interviews and corrects quotes, server after server until each is full, or it is killed. It tells what was acknowledged. */
import { writeSync } from "node:fs";
import { openDatabase } from "../../src/store/database.ts";
import { createShelves } from "../../src/store/shelves.ts";
import { sampleDeed, sampleDraft } from "./shelfSamples.ts";

const [url, serverCount] = process.argv.slice(2);
const database = await openDatabase(url!);
const shelves = createShelves(database);
let count = 0;
for (let at = 0; at < Number(serverCount); at += 1) {
  const server = `s${at}`;
  for (let answer = ""; answer !== "interviews"; ) {
    const id = `${process.pid}-${(count += 1)}`;
    const words = "It rained. ".repeat(1 + (count % 500));
    await shelves.keepDraft(sampleDraft(id, { server, transcript: `${id}: ${words}` }));
    answer = await shelves.add(sampleDeed({ server }), id);
    if (answer === "added") {
      writeSync(1, `added ${server} ${id}\n`);
      await shelves.correct(sampleDeed({ server }), id, { before: id, after: words });
      writeSync(1, `corrected ${server} ${id}\n`);
    } else {
      await shelves.dropDraft(server, id);
    }
  }
}
await database.destroy();
