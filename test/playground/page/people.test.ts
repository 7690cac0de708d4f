import type { APIUser } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { withMentions } from "../../../src/playground/page/people.ts";

const user = (id: string, username: string, name: string | null) => ({ id, username, global_name: name }) as APIUser;
const users = [user("1", "ada", "Ada"), user("2", "Intertitle", null), user("3", "ada.lane", "Ada Lane (she)")];

describe("names typed behind an @", () => {
  it.each([
    ["@Intertitle hello", "<@2> hello"],
    ["hello @intertitle, and @Ada!", "hello <@2>, and <@1>!"],
    ["@Ada Lane (she) is not @ada", "<@3> is not <@1>"],
    ["@Adam and me@ada.org and @Nobody", "@Adam and me@ada.org and @Nobody"],
    ["@ada.lane", "<@3>"],
  ])("%s", (typed, sent) => {
    expect(withMentions(typed, users)).toBe(sent);
  });
});
