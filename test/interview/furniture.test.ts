import { describe, expect, test } from "vitest";
import { furnitureRole } from "../../src/interview/furniture.ts";

describe("a line of the page around an interview", () => {
  test.each([
    "We use cookies.",
    "We use cookies to improve your experience on our site.",
    "We and our 854 partners use cookies, and you may say no.",
    "This website uses cookies. By going on you agree.",
    "By continuing to read you agree to our use of cookies.",
    "Accept cookies",
    "Reject all",
    "Cookie settings",
    "We value your privacy",
    "Nous utilisons des cookies pour mesurer l’audience.",
    "Este sitio web utiliza cookies propias y de terceros.",
    "Wir verwenden Cookies, um Inhalte zu personalisieren.",
    "Questo sito utilizza i cookie.",
    "Мы используем файлы cookie.",
    "Tout accepter",
    "Alle akzeptieren",
  ])("is navigation, as in a cookie banner: %s", (line) => expect(furnitureRole(line)).toBe("navigation"));

  test.each([
    "© 2021 The Long Table. All rights reserved.",
    "Copyright © 2019–2021, The Long Table.",
    "(c) 2021 The Long Table",
    "The Long Table, copyright by its writers. All rights reserved.",
    "All rights reserved.",
    "© The Long Table – tous droits réservés",
    "© The Long Table. Alle Rechte vorbehalten.",
  ])("is navigation, as a copyright is: %s", (line) => expect(furnitureRole(line)).toBe("navigation"));

  test.each([
    "We use cookies to bribe the children.",
    "We use a camera that my brother built. It eats cookies.",
    "My grandmother’s cookies were an experience.",
    "I accept cookies from anybody.",
    "The sea has all rights reserved.",
    "© Ada Lane",
    "Copyright is a wall around a garden that nobody waters.",
  ])("is none, as somebody says it or a picture needs it: %s", (line) => expect(furnitureRole(line)).toBeUndefined());
});
