/** A browser for the tests that look at the chat page. */
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

/** Where Debian, Ubuntu and macOS keep it. */
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"].find(existsSync);
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Without a browser on the machine there is nothing to test in. */
export const browserIsHere = executablePath !== undefined;

/** Starts it, without a window. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: quiet });
}
