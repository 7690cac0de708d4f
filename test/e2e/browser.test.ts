import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { browserIsHere, openBrowser } from "../playground/browser.ts";
import { openClub, type Club } from "./club.ts";

describe.skipIf(!browserIsHere)("a member at the chat page", { timeout: 60_000 }, () => {
  let club: Club;
  let browser: Browser;
  let page: Page;
  const elsewhere: string[] = [];

  beforeAll(async () => {
    club = await openClub();
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await club.close();
  });

  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
    page.on("request", (request) => {
      if (!request.url().startsWith(club.playground.url) && !request.url().startsWith("data:")) elsewhere.push(request.url());
    });
    await page.goto(club.playground.url);
    await page.getByRole("button", { name: "#film-club" }).click();
  });

  const box = () => page.getByRole("textbox", { name: "Message" });
  const lastMessage = () => page.getByRole("log").getByRole("article").last();

  it("types /film beanpole and sees the card", async () => {
    await box().click();
    await page.keyboard.type("/film beanpole");
    await page.keyboard.press("Enter");
    await lastMessage().getByText("Beanpole (2019)").waitFor();
    expect(await lastMessage().innerText()).toContain("Best Director, Un Certain Regard — Cannes, 2019");
    await lastMessage().getByRole("button", { name: "Quotes about it" }).click();
    await lastMessage().getByText("— Kantemir Balagov").waitFor();
  });

  it("is offered the commands, then suggestions, and picks one by keyboard alone", async () => {
    await box().click();
    await page.keyboard.type("/");
    const commands = page.getByRole("listbox", { name: "Commands" });
    await commands.getByRole("option", { name: /\/quote/ }).waitFor();
    await page.keyboard.type("quo");
    await page.keyboard.press("Enter");
    const suggestions = page.getByRole("listbox", { name: "Suggestions" });
    await suggestions.getByRole("option", { name: /We’re in this gray zone/ }).waitFor();
    await page.keyboard.type("feeling nostal");
    await suggestions.getByRole("option", { name: /We’re in this gray zone/ }).waitFor({ state: "detached" });
    await suggestions.getByRole("option", { name: /I keep feeling nostalgia/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await lastMessage().getByText("The smells in the streets").waitFor();
    expect(await lastMessage().innerText()).toContain("In context");
  });

  it("may name an option while typing, as the help does", async () => {
    await box().click();
    await page.keyboard.type("/film title: the piano");
    await page.keyboard.press("Enter");
    await lastMessage().getByText("The Piano (1993)").waitFor();
    await box().click();
    await page.keyboard.type("/quote about: boundless love private: true");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await lastMessage().getByText("Only you can see this").waitFor();
    expect(await lastMessage().innerText()).toContain("some themes, like boundless love");
    await lastMessage().getByRole("button", { name: "Dismiss message" }).click();
  });

  it("mentions the bot by its name, and is answered", async () => {
    await box().fill("@intertitle what did Balagov say about comics?");
    await box().press("Enter");
    await lastMessage().getByText("inspired by Batman comics").waitFor();
    expect(await page.getByRole("log").innerText()).toContain("@Intertitle what did Balagov say about comics?");
  });

  it("reads an interview page by page", async () => {
    const before = await page.getByRole("log").getByRole("article").count();
    await box().fill("/interview balagov");
    await box().press("Enter");
    await lastMessage().getByText("How did you two meet? In film school?").waitFor();
    await lastMessage().getByRole("button", { name: "Next" }).click();
    await lastMessage().getByText("When was that realization?").waitFor();
    expect(await page.getByRole("log").getByRole("article").count()).toBe(before + 1);
  });

  it("sees alone what is for one pair of eyes, and puts it away", async () => {
    await box().fill("/help");
    await box().press("Enter");
    await lastMessage().getByText("Only you can see this").waitFor();
    expect(club.emil.see("#film-club").some(({ ephemeral }) => ephemeral)).toBe(false);
    await lastMessage().getByRole("button", { name: "Dismiss message" }).click();
    await page.getByText("Only you can see this").waitFor({ state: "detached" });
  });

  it("keeps what could not be sent", async () => {
    const precious = "my precious message ".repeat(3).trim();
    await page.evaluate(() => {
      WebSocket.prototype.send = () => {
        throw new Error("The wire is cut.");
      };
    });
    await box().fill(precious);
    await box().press("Enter");
    await page.getByText("The wire is cut.").waitFor();
    expect(await box().inputValue()).toBe(precious);
  });

  it("is at home in a narrow window", async () => {
    await page.setViewportSize({ width: 380, height: 780 });
    await box().fill("/film beanpole");
    await box().press("Enter");
    await lastMessage().getByText("Beanpole (2019)").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
    await page.getByRole("button", { name: "Channels" }).click();
    await page.getByRole("button", { name: "#general" }).waitFor();
  });

  it("asks nothing of any other machine", () => {
    expect(elsewhere).toEqual([]);
  });
});
