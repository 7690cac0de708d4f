import type { Answer, Row } from "../../discord/answer.ts";
import { button, buttonRows, menuRow } from "../../discord/components.ts";
import { customId } from "../../discord/customId.ts";
import { libraryListEmbed } from "../../embeds/libraryList.ts";
import type { ImportLine } from "../../store/shelves.ts";
import { lay, press, type Desk } from "./desk.ts";
import { menu } from "./which.ts";

/** Each takes up to four hundred characters: these fit into one embed, with what was removed below. */
const onPage = 8;

/** What the server has of its own, some interviews on a page; menus open one, or bring one back that was removed. */
export async function list(desk: Desk, wanted: number, said?: string): Promise<Answer> {
  const { server, services } = desk;
  const { shelves, library } = services;
  const [imports, sums, reports] = await Promise.all([shelves.imports(server), shelves.sums(server), shelves.openReports(server)]);
  const added = imports.filter(({ state }) => state === "added");
  const removed = imports.filter(({ state }) => state === "removed");
  const pages = Math.max(1, Math.ceil(added.length / onPage));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const shown = added.slice(page * onPage, (page + 1) * onPage);
  const embed = libraryListEmbed({
    // What members find; what takes up room is counted by `all`.
    shown: shown.map((line) => ({ ...line, quotes: library.quoteIdsFor({ interview: line.id }).length })),
    all: added,
    removed,
    ...sums,
    reports: reports.length,
    library,
  });
  return lay(desk, {
    content: said,
    embeds: [embed],
    rows: [
      ...(shown.length > 0 ? [menu(shown, desk, "show", "Open an interview")] : []),
      ...(removed.length > 0 ? [removedMenu(removed)] : []),
      ...buttonRows([
        ...(pages > 1 ? turning(page, pages) : []),
        ...(sums.hidden > 0 ? [button("Hidden quotes", customId("library-hidden", "0"))] : []),
        button("Log", customId("library-log", "0")),
      ]),
    ],
  });
}

function turning(page: number, pages: number) {
  return [
    button("← Previous", customId("library-list", String(Math.max(0, page - 1)), "back"), { disabled: page === 0 }),
    button("Next →", customId("library-list", String(page + 1), "on"), { disabled: page + 1 >= pages }),
  ];
}

/** The newest first: that is the one most likely to be missed. */
function removedMenu(removed: readonly ImportLine[]): Row {
  const options = removed.toReversed().map(({ id, title }) => ({ label: title, value: id }));
  return menuRow(customId("library-restore"), "Bring back what was removed", options);
}

export const listPresses = {
  /** A page of the list; it names the page to show. */
  "library-list": press((desk, [page]) => list(desk, Number(page) || 0)),
};
