import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLibrary } from "../../src/library/library.ts";
import { loadLibrary } from "../../src/library/load.ts";
import { openClub, type Club } from "./club.ts";

let club: Club;
afterEach(() => club.close());

const callback = { method: "POST", path: /\/callback$/ };

describe("when Discord is in trouble", () => {
  beforeEach(async () => {
    club = await openClub();
  });

  it("still answers after 502s", async () => {
    club.playground.faults.answer(502, callback, 2);
    expect((await club.ada.type("#film-club", "/film beanpole")).text).toContain("Beanpole (2019)");
  });

  it("still answers after a rate limit", async () => {
    club.playground.faults.limit(0.3, callback);
    expect((await club.ada.type("#film-club", "/film beanpole")).text).toContain("Beanpole (2019)");
  });

  it("still answers, once, when the connection is cut before or after Discord took the answer", async () => {
    for (const when of ["before", "after"] as const) {
      club.playground.faults.cut(callback, 1, when);
      const before = club.ada.see("#film-club").length;
      expect((await club.ada.type("#film-club", "/film beanpole")).text).toContain("Beanpole (2019)");
      await club.ada.type("#film-club", "/film closeness");
      expect(club.ada.see("#film-club")).toHaveLength(before + 2);
    }
  });

  it("doesn't lose what is shared when the connection is cut after Discord took it", async () => {
    const { message } = await club.ada.type("#film-club", "/quote about: boundless love private: true");
    club.playground.faults.cut(callback, 1, "after");
    await club.ada.press(message!, "Share");
    await club.emil.waitFor("#film-club", ({ content }) => content.startsWith("Shared by"));
    expect(club.emil.see("#film-club")).toHaveLength(1);
  });

  it("comes back after the gateway was lost, with every button working", async () => {
    const { message } = await club.ada.type("#film-club", "/quote nostalgia");
    for (const resumable of [true, false]) {
      club.playground.faults.dropGateway(resumable);
      await club.playground.waitUntilOnline();
      expect((await club.ada.press(message!, "In context")).text).toContain("Exchange");
    }
  });

  it("says that a message is gone when it is deleted under the finger", async () => {
    const { message } = await club.ada.type("#film-club", "/interview balagov");
    club.playground.faults.slow(300, callback);
    const pressed = club.ada.press(message!, "Next →");
    await new Promise((resolve) => setTimeout(resolve, 100));
    club.playground.faults.deleteMessage(message!);
    await pressed;
    const line = await club.ada.waitFor("#film-club", ({ content }) => content.includes("That message is gone"));
    expect(line.ephemeral).toBe(true);
  });

  it("logs what happened and how long it took, and never the token or what was typed", async () => {
    await club.ada.type("#film-club", "/quote about: my secret about nostalgia");
    club.playground.faults.answer(500, callback, 12);
    await club.ada.type("#film-club", "/film title: another secret");
    expect(club.log.join("")).toContain("could not even apologise");
    const log = club.log.join("");
    expect(log).toContain('"what":"/quote","took":');
    expect(log).not.toContain(club.playground.token);
    expect(log).not.toContain("secret");
  });
});

describe("when a handler throws", () => {
  it("apologises to that member only, with an id that is in the log", async () => {
    const library = await loadLibrary();
    library.film = () => {
      throw new Error("the projector broke");
    };
    club = await openClub(library);
    const { text } = await club.ada.type("#film-club", "/film beanpole");
    expect(text).toContain("(only you can see this)");
    const id = /as `([0-9a-f]{8})`/.exec(text)?.[1];
    expect(club.log.find((line) => line.includes(id!))).toContain("the projector broke");
    expect((await club.ada.type("#film-club", "/interview balagov")).text).toContain("Exchange 1 of 31");
  });

  it("has no suggestions, and nobody notices", async () => {
    const library = await loadLibrary();
    library.titles.complete = () => {
      throw new Error("the projector broke");
    };
    club = await openClub(library);
    await expect(club.ada.complete("#film-club", "/film", { title: "b" }, "title")).resolves.toEqual([]);
  });
});

describe("when the library has changed under an old message", () => {
  it("says so for what is gone, and shows the nearest page of what has become shorter", async () => {
    const library = await loadLibrary();
    club = await openClub(library);
    const { message } = await club.ada.type("#film-club", "/quote beanpole paintings");
    const context = await club.ada.press(message!, "In context");
    const film = await club.ada.type("#film-club", "/film beanpole");
    library.quote = () => undefined;
    library.film = () => undefined;
    library.interviews[0]!.exchanges.splice(5);
    expect((await club.ada.press(message!, "In context")).text).toContain("That quote is no longer in the library.");
    expect((await club.ada.press(message!, "Beanpole")).text).toContain("That film is no longer in the index.");
    expect((await club.ada.press(film.message!, "Quotes about it")).text).toContain("What that button asks for is no longer in the library.");
    expect((await club.ada.press(context.message!, "Next →")).text).toContain("Exchange 5 of 5");
  });
});

describe("a library without an interview", () => {
  it("says so, and still knows its films", async () => {
    const { films, people } = await loadLibrary();
    club = await openClub(createLibrary({ interviews: [], films, people }));
    for (const line of ["/quote", "/quote love", "/interview", "/interview balagov", "/quote person: Balagov"]) {
      const { text } = await club.ada.type("#film-club", line);
      expect(text).toMatch(/no quotes|no interview/i);
    }
    expect((await club.ada.type("#film-club", "/film beanpole")).text).toContain("Beanpole (2019)");
    expect((await club.ada.type("#film-club", "/about")).text).toContain("I know 0 quotes");
  });
});

describe("what Discord would refuse", () => {
  it("was never sent", async () => {
    club = await openClub();
    await club.ada.type("#film-club", "/quote");
    await club.ada.type("#film-club", "/film beanpole");
    expect(club.playground.requests.filter(({ status = 0 }) => status >= 400)).toEqual([]);
  });
});
