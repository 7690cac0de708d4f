/** The chat page of the playground begins here. */
import { ChatPage } from "./chatPage.ts";
import { modernize } from "./looks.ts";
import { MessageBox } from "./messageBox.ts";
import { MessageMenu } from "./messageMenu.ts";
import { ModalDialog } from "./modal.ts";
import { NewestBelow } from "./newestBelow.ts";
import { SelectMenu } from "./selectMenu.ts";
import { SpoilerText } from "./spoiler.ts";
import { RunningClock } from "./timePanel.ts";

modernize();
const elements = {
  "chat-page": ChatPage,
  "message-box": MessageBox,
  "message-menu": MessageMenu,
  "modal-dialog": ModalDialog,
  "newest-below": NewestBelow,
  "running-clock": RunningClock,
  "select-menu": SelectMenu,
  "spoiler-text": SpoilerText,
};
for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
document.body.append(document.createElement("chat-page"));
