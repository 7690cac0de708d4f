/** The chat page of the playground begins here. */
import { modernize } from "./looks.ts";
import "./chatPage.ts";

modernize();
document.body.append(document.createElement("chat-page"));
