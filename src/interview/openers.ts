/**
 * Words that begin a new sentence far more often than they follow "U.S." or an initial inside one,
 * and that are never a first name.
 */
export const OPENERS: ReadonlySet<string> = new Set(
  (
    "a after all also although an and another any as at because before besides both but by did do does during each even every " +
    "everyone everything few finally first for from had has have he her here his how however i i'd i'll i'm i've if in instead is it " +
    "it's its just last later let like many maybe me meanwhile more most my never no nobody nor not nothing now of on once one only " +
    "or other our out over perhaps she since so some someone sometimes still such than that that's the their them then there " +
    "there's these they this those though through thus to today unlike until up was we we're well were what when where whether which while " +
    "who why with without yes yet you your " +
    "а в вот все да для до если и из как когда кто мы на не нет но о он она они от по потом с так там то тогда ты у что это этот я"
  ).split(" "),
);

const AROUND = /^[^\p{L}\p{N}]{1,8}|[^\p{L}\p{N}]{1,8}$/gu;
const PLAIN = /^[a-z]+$/;

/** A word as it stands in such lists: lower case, straight apostrophe, nothing around it. */
export function listed(word: string): string {
  const lower = word.toLowerCase();
  return PLAIN.test(lower) ? lower : lower.replaceAll("’", "'").replace(AROUND, "");
}
