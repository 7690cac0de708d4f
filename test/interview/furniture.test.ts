import { describe, expect, test } from "vitest";
import { furnitureRole } from "../../src/interview/furniture.ts";

describe("a line of the page around an interview", () => {
  test.each([
    "We use cookies to improve your experience on our site.",
    "We and our 854 partners use cookies, and you may manage them.",
    "This website uses cookies. By going on you agree.",
    "By continuing to read you agree to our use of cookies.",
    "Accept cookies",
    "Reject all",
    "Cookie settings",
    "We value your privacy",
    "Nous utilisons des cookies pour mesurer l’audience.",
    "Este sitio web utiliza cookies propias y de terceros.",
    "Wir verwenden Cookies, um Inhalte zu personalisieren.",
    "Questo sito utilizza i cookie, anche di terze parti.",
    "Мы используем файлы cookie. Оставаясь, вы соглашаетесь с этим.",
    "Tout accepter",
    "Alle akzeptieren",
  ])("is navigation, as in a cookie banner: %s", (line) => expect(furnitureRole(line)).toBe("navigation"));

  test.each([
    "© 2021 The Long Table. All rights reserved.",
    "Copyright © 2019–2021, The Long Table.",
    "(c) 2021 The Long Table",
    "© 2021",
    "Copyright The Long Table 2020",
    "© 2021 thelongtable.example",
    "© 2020 by Ada Lane and the Friends of Film. All rights reserved",
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
    "By using cookies as a clock, she timed the whole day, and so we timed the shoot.",
    "By continuing to bake cookies she kept us alive, and I accept that you laugh.",
    "We use cookies.",
    "We use cookies, they say. I said to them: bake me one, and we'll talk about it.",
    "We use cookies to bribe the children, who accept them, and my neighbour manages the rest.",
    "Our site uses old cookies boxes as lamps, and my experience is that they burn well.",
    "Nous utilisons des cookies comme horloge.",
    "Copyright 1976 changed everything for people like us, and nobody told the small studios about it.",
    "Copyright 1976.",
    "© 1976 Warner, and then it was all over for us.",
    "Copyright 1976 Act. All rights reserved, they told us.",
    "All rights reserved, they wrote on the poster, and then they gave them all away.",
    "Copyright was our only friend",
    "Advertising taught me everything.",
    "Werbung war mein Beruf, bevor ich Filme machte.",
    "Sponsored walks paid for my first camera, and I still walk.",
  ])("is none, as somebody says it or a picture needs it: %s", (line) => expect(furnitureRole(line)).toBeUndefined());

  test.each(["Advertisement", "ADVERTISEMENT – CONTINUE READING BELOW", "Werbung:", "Sponsored by the Film Fund."])("is a sponsor's: %s", (line) => expect(furnitureRole(line)).toBe("sponsor"));
});
